using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AskReview;

[Needs(Permission.HandleRequests)]
internal sealed class AskReviewPage(AskReviewHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public AskReviewForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("申请交上去了，等上级裁定。");
                return LocalRedirect(CasePage.Address(Number));
            }

            this.Tell(refusal);
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await cases.FindAsync(await current.GetAsync(stop), Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        return Page();
    }
}
