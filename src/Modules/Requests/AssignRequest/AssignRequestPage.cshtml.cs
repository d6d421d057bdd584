using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AssignRequest;

[Needs(Permission.HandleRequests)]
internal sealed class AssignRequestPage(AssignRequestHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public AssignRequestForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    public AccountId? Me { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var actor = await current.GetAsync(stop);
            var result = await handler.HandleAsync(actor, Number, Form.To is { } to ? new AccountId(to) : null, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say(Form.To is null ? "放回本单位，谁都可以领。" : Form.To == actor.Account?.Value ? "在您手上了。" : "转交了，会提醒他。");
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

        (Case, Me) = (found, actor.Account);
        return Page();
    }
}
