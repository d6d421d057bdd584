using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Retaliation;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Jobs;

/// <summary>
/// Every half hour: those above are told whom to call, and a worker that his own page asks. Whom nobody called in time his own page asks;
/// who does not answer that in time either counts as unreachable.
/// </summary>
internal sealed class AskAboutRetaliation(RequestsDb db, NoticeBoard board, Callers callers, RequestSettings settings, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 200;
    private const string Kind = "retaliation-asked";
    private const string CallKind = "retaliation-due";
    private static readonly Actor Platform = Actor.Platform("打击报复回访");

    public string Name => "ask-about-retaliation";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken stop)
    {
        await AllAsync(AskThemselvesAsync, stop);
        await AllAsync(TellAsync, stop);
        await AllAsync(GiveUpAsync, stop);
    }

    /// <summary>Piece by piece, until nothing is left.</summary>
    private async Task AllAsync(Func<DateTimeOffset, CancellationToken, Task<int>> some, CancellationToken stop)
    {
        for (var done = AtOnce; done == AtOnce; db.Context.ChangeTracker.Clear())
        {
            done = await some(clock.GetUtcNow(), stop);
            if (done > 0)
            {
                await db.SaveAsync(Platform, stop);
            }
        }
    }

    private async Task<int> AskThemselvesAsync(DateTimeOffset now, CancellationToken stop)
    {
        var late = await DueAsync(FollowUpMeans.Call, now, stop);
        var days = (await settings.InForceAsync(stop)).Retaliation.AskDays;
        late.ForEach(check => check.AskOnOwnPage(days, now));
        return late.Count;
    }

    private async Task<int> TellAsync(DateTimeOffset now, CancellationToken stop)
    {
        var begun = await db.RetaliationChecks
            .Where(row => row.State == RetaliationState.Open && row.ToldAt == null && row.AskFrom <= now).OrderBy(row => row.AskFrom).ThenBy(row => row.Id).Take(AtOnce).ToListAsync(stop);
        foreach (var check in begun)
        {
            check.Tell(now);
            await (check.Means == FollowUpMeans.Call ? TellCallersAsync(check, stop) : TellWorkerAsync(check, stop));
        }

        return begun.Count;
    }

    private async Task TellCallersAsync(RetaliationCheck check, CancellationToken stop) => await board.SendAsync(
        db.Context, await callers.OfAsync(check.RequestId, stop), "有一位职工到了该问“有没有被为难”的日子", $"/desk/follow-ups/retaliation/{check.Id}", CallKind, stop);

    private async Task TellWorkerAsync(RetaliationCheck check, CancellationToken stop)
    {
        var asked = await db.Requests.AsNoTracking().Where(row => row.Id == check.RequestId)
            .Join(db.Requesters, row => row.Id, person => person.RequestId, (row, person) => new { row.Reference, person.Account }).SingleOrDefaultAsync(stop);
        if (asked?.Account is { } worker)
        {
            await board.SendAsync(db.Context, [worker], $"{Reference.Spoken(asked.Reference)}：问您一句，别人看不到", $"/requests/track/{asked.Reference}/safe", Kind, stop);
        }
    }

    private async Task<int> GiveUpAsync(DateTimeOffset now, CancellationToken stop)
    {
        var over = await DueAsync(FollowUpMeans.OwnPage, now, stop);
        over.ForEach(row => row.GiveUp(Platform, now));
        return over.Count;
    }

    private Task<List<RetaliationCheck>> DueAsync(FollowUpMeans means, DateTimeOffset now, CancellationToken stop) =>
        db.RetaliationChecks.Where(row => row.State == RetaliationState.Open && row.Means == means && row.DueAt <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(AtOnce).ToListAsync(stop);
}
