using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Data;
using UnionHall.Requests.Following;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ConfirmRequest;

/// <summary>解决了没有: the worker's own word, apart from the handler's.</summary>
internal sealed class ConfirmRequestPage(FollowRequestQuery query, ConfirmRequestHandler handler, HigherUnit higher, RequestsDb db, RequestSettings settings, ICurrentActor actors) : PageModel
{
    [BindProperty]
    public ConfirmRequestForm Form { get; set; } = new();

    public FollowedRequest Followed { get; private set; } = null!;

    /// <summary>Who looks at it again.</summary>
    public string Above { get; private set; } = "";

    public bool IsTop { get; private set; }

    /// <summary>It is about somebody of the union: who looks again is not promised by his post.</summary>
    public bool IsAboutSomebody { get; private set; }

    public int Days { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await query.FindAsync(reference, await actors.GetAsync(stop), stop) is not { } followed)
        {
            return LocalRedirect(WorkerDesk.DoorOf(reference));
        }

        Followed = followed;
        var above = await higher.OfAsync(followed.Request, stop);
        (Above, IsTop) = (above.Unit.ShortName, above.IsTop);
        IsAboutSomebody = followed.Request.Accused is not null || await db.Accused.AsNoTracking().AnyAsync(one => one.RequestId == followed.Request.Id, stop);
        Days = (await settings.InForceAsync(stop)).DisputeWorkingDays;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await actors.GetAsync(stop), reference, Form, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say(Form.Solved == "yes" ? "谢谢您，这件事办完了" : "收到，交给上一级重新看");
            return LocalRedirect($"/requests/track/{Reference.Parse(reference)}");
        }

        ModelState.Add(refusal);
        return await OnGetAsync(reference, stop);
    }
}
