using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.AssignRequest;

namespace UnionHall.Requests.TakeBackAssignment;

/// <summary>The undo of an assignment: its button stands in the toast that told of it.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class TakeBackAssignmentPage(AssignRequestHandler handler, ICurrentActor current) : PageModel
{
    public static string Address(Assignment given) => $"{CasePage.Address(given.Reference)}/assign/undo?given={given.To?.Value}&before={given.Before?.Value}";

    public IActionResult OnGet(string reference) => LocalRedirect(CasePage.Address(reference));

    public async Task<IActionResult> OnPostAsync(string reference, Guid? given, Guid? before, CancellationToken stop)
    {
        var result = await handler.TakeBackAsync(await current.GetAsync(stop), new Assignment(reference, Of(given), Of(before)), stop);
        if (result.Refusal == DeskRefusals.NotFound)
        {
            return this.CaseNotFound(reference);
        }

        TempData.Say(result.Refusal?.Sentence ?? "撤回了，和转交前一样。");
        return LocalRedirect(CasePage.Address(reference));
    }

    private static AccountId? Of(Guid? account) => account is { } key && key != Guid.Empty ? new AccountId(key) : null;
}
