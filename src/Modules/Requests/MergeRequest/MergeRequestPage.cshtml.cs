using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ListRequests;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.MergeRequest;

/// <summary>并案: pick the other request, look at both side by side, then merge.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class MergeRequestPage(MergeRequestHandler handler, MergeQuery query, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public MergeRequestForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    public CaseView? Target { get; private set; }

    /// <summary>Why it cannot come under that one at all; null where it may.</summary>
    public Refusal? Refused { get; private set; }

    public IReadOnlyList<InboxRow> Found { get; private set; } = [];

    public bool IsLookedFor { get; private set; }

    /// <param name="target">The reference of the other one, or words to find it by.</param>
    /// <param name="kind">The code of a kind, where the link knows it.</param>
    public Task<IActionResult> OnGetAsync(string? target, string? kind, CancellationToken stop)
    {
        (Form.Target, Form.Kind) = (target, kind);
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("并过去了，两边的经过都留着。并错了可以拆出来。");
                return LocalRedirect(CasePage.Address(Number));
            }

            this.Tell(refusal);
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await cases.FindAsync(actor, Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        IsLookedFor = !string.IsNullOrWhiteSpace(Form.Target);
        Target = await query.TargetAsync(actor, found, Form.Target, stop);
        Refused = Target is { } other && found.May(Act.Merge) ? await handler.RefusalAsync(actor, Number, other.Row.Reference, stop) : null;
        Found = await query.SearchAsync(actor, found, Form.Target, stop);
        return Page();
    }
}
