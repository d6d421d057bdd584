using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.ShowReceipt;

/// <summary>收到了: reference and passphrase, shown for half an hour, and what happens next.</summary>
[ResponseCache(NoStore = true)]
internal sealed class ShowReceiptPage(Receipts receipts, RequestsDb db, UnitDirectory units, Calendars calendars, TrackingPass pass, KnowledgeQuery knowledge, TimeProvider clock) : PageModel
{
    private const int Near = 3;

    public Receipt? Receipt { get; private set; }

    public Request Filed { get; private set; } = null!;

    public string Owner { get; private set; } = "";

    public string When { get; private set; } = "";

    public string ReplyBy { get; private set; } = "";

    /// <summary>Holidays and make-up days on the way, or null.</summary>
    public string? OnTheWay { get; private set; }

    /// <summary>What may already help.</summary>
    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken stop)
    {
        Receipt = receipts.Open(token);
        if (Receipt is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var id = RequestId.From(Receipt.Request);
        Filed = await db.Requests.AsNoTracking().SingleAsync(request => request.Id == id, stop);
        pass.Give(id);
        await TellAsync(stop);
        Articles = await knowledge.AboutAsync(Filed.Category, Near, stop);
        return Page();
    }

    private async Task TellAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (from, due) = (ChinaTime.DateOf(Filed.SubmittedAt), ChinaTime.DateOf(Filed.DueAt));
        Owner = (await units.FindAsync(Filed.Owner, stop))?.ShortName ?? "总工会";
        When = SpokenTime.Moment(Filed.SubmittedAt, now);
        ReplyBy = SpokenTime.By(due, ChinaTime.DateOf(now));
        OnTheWay = DaysOnTheWay.Say(await calendars.CurrentAsync(stop), from, due);
    }
}
