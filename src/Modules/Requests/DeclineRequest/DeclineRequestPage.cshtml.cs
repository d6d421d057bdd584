using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.DeclineRequest;

[Needs(Permission.DispatchRequests)]
internal sealed class DeclineRequestPage(DeclineRequestHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public DeclineRequestForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    /// <param name="way">The standard reply to start from.</param>
    public Task<IActionResult> OnGetAsync(string? way, CancellationToken stop)
    {
        Form.Way = way;
        Form.Text = StandardWay.All.FirstOrDefault(one => one.Code == way)?.Reply ?? "";
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await handler.HandleAsync(await current.GetAsync(stop), Number, Form, stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say("已经告诉职工该找谁。");
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
