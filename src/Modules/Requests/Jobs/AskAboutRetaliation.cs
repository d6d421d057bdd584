using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Every half hour: a worker whose own page asks is told once that it does; one who did not answer in time counts as unreachable.</summary>
internal sealed class AskAboutRetaliation(RequestsDb db, NoticeBoard board, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 200;
    private const string Kind = "retaliation-asked";
    private static readonly Actor Platform = Actor.Platform("打击报复回访");

    public string Name => "ask-about-retaliation";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken stop)
    {
        await TellAsync(stop);
        while (await GiveUpSomeAsync(stop) == AtOnce)
        {
            db.Context.ChangeTracker.Clear();
        }
    }

    private async Task TellAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var due = await db.RetaliationChecks
            .Where(row => row.State == RetaliationState.Open && row.Means == FollowUpMeans.OwnPage && row.ToldAt == null && row.AskFrom <= now).OrderBy(row => row.AskFrom).Take(AtOnce).ToListAsync(stop);
        foreach (var check in due)
        {
            check.Tell(now);
            var asked = await db.Requests.AsNoTracking().Where(row => row.Id == check.RequestId)
                .Join(db.Requesters, row => row.Id, person => person.RequestId, (row, person) => new { row.Reference, person.Account }).SingleOrDefaultAsync(stop);
            if (asked?.Account is { } worker)
            {
                await board.SendAsync(db.Context, [worker], $"{Reference.Spoken(asked.Reference)}：问您一句，别人看不到", $"/requests/track/{asked.Reference}/safe", Kind, stop);
            }
        }

        if (due.Count > 0)
        {
            await db.SaveAsync(Platform, stop);
        }
    }

    private async Task<int> GiveUpSomeAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var over = await db.RetaliationChecks.Where(row => row.State == RetaliationState.Open && row.Means == FollowUpMeans.OwnPage && row.DueAt <= now).OrderBy(row => row.DueAt).Take(AtOnce).ToListAsync(stop);
        over.ForEach(row => row.GiveUp(Platform, now));
        if (over.Count > 0)
        {
            await db.SaveAsync(Platform, stop);
        }

        return over.Count;
    }
}
