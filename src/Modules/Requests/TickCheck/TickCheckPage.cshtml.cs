using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.TickCheck;

/// <summary>Takes the ticks of the case page and goes back to it.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class TickCheckPage(TickCheckHandler handler, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    public IActionResult OnGet() => LocalRedirect(CasePage.Address(Number));

    public async Task<IActionResult> OnPostAsync(string? key, bool done, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await current.GetAsync(stop), Number, key ?? "", done, stop);
        if (result.Refusal == DeskRefusals.NotFound)
        {
            return this.CaseNotFound(Number);
        }

        TempData.Say(result.Refusal?.Sentence ?? (done ? "勾上了。" : "去掉了。"));
        return LocalRedirect($"{CasePage.Address(Number)}#checks");
    }
}
