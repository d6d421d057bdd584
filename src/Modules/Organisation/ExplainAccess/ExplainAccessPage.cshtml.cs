using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.ExplainAccess;

internal sealed class ExplainAccessForm
{
    public string? User { get; set; }

    public string? Kind { get; set; }

    public string? Reference { get; set; }
}

[Needs(Permission.ManageAccess)]
internal sealed class ExplainAccessPage(AccessExplainer explainer, ICurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ExplainAccessForm Form { get; set; } = new();

    public IReadOnlyList<IAccessSubject> Kinds => explainer.Kinds;

    public AccessExplanation? Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Form.User) && string.IsNullOrWhiteSpace(Form.Reference))
        {
            return;
        }

        var kind = Form.Kind ?? Kinds.FirstOrDefault()?.Kind ?? "";
        var explained = await explainer.ExplainAsync(await current.GetAsync(stop), Form.User?.Trim() ?? "", kind, Form.Reference?.Trim() ?? "", stop);
        Answer = explained.Value;
        if (explained.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }
    }
}
