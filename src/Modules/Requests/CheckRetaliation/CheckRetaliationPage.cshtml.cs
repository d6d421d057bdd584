using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Retaliation;

namespace UnionHall.Requests.CheckRetaliation;

/// <summary>One question: the script, the phone on request, three answers.</summary>
[Needs(Permission.CallFollowUps)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CheckRetaliationPage(CheckRetaliationHandler handler, CheckList list, CallList names, RequestsDb db, IdentitySeal seal, ICurrentActor current, TimeProvider clock) : PageModel
{
    private const string SlipKey = "retaliation-slip";

    [BindProperty]
    public CheckRetaliationForm Form { get; set; } = new();

    public RetaliationCheck Check { get; private set; } = null!;

    public Request Asked { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string? Phone { get; private set; }

    public Refusal? Barred { get; private set; }

    /// <summary>Number and passphrase of the report, to be read to him: on the answer to the act only.</summary>
    public string? Slip { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayAsk => Check.IsAskedNow(Now) && Barred is null && Check.Means == FollowUpMeans.Call;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShowAsync(id, showPhone: false, stop);

    public async Task<IActionResult> OnPostPhoneAsync(Guid id, CancellationToken stop)
    {
        var claimed = await handler.ClaimAsync(await current.GetAsync(stop), id, stop);
        Tell(claimed.Refusal);
        return await ShowAsync(id, claimed.Succeeded, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await current.GetAsync(stop), id, Form, stop);
        if (result.Succeeded)
        {
            TempData.Say("记下了。");
            TempData[SlipKey] = result.Value is { } report ? $"编号 {Reference.Spoken(report.Request.Reference)}，口令 {report.Passphrase}" : null;
            return LocalRedirect($"/desk/follow-ups/retaliation/{id}");
        }

        Tell(result.Refusal);
        return await ShowAsync(id, showPhone: false, stop);
    }

    private void Tell(Refusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(refusal.Field is null ? "" : $"Form.{refusal.Field}", refusal.Sentence);
            Response.StatusCode = refusal == FollowUpRefusals.Handled || refusal == FollowUpRefusals.OfTheUnit ? StatusCodes.Status403Forbidden : Response.StatusCode;
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, bool showPhone, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await list.FindAsync(actor, id, stop) is not { } check)
        {
            return NotFound();
        }

        (Check, Slip) = (check, TempData[SlipKey] as string);
        Asked = await db.Requests.AsNoTracking().SingleAsync(row => row.Id == check.RequestId, stop);
        var requester = await db.Requesters.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == check.RequestId, stop);
        (Name, Barred) = (names.NameOf(Asked.Visibility, requester), await handler.BarredAsync(actor, check, stop));
        Phone = showPhone && MayAsk && requester is not null ? seal.Open(requester).Phone : null;
        return Page();
    }
}
