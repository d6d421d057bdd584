using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Where a worker's own page asked and he did not answer in time, he counts as unreachable.</summary>
internal sealed class GiveUpFollowUps(RequestsDb db, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 200;

    private static readonly Actor Platform = Actor.Platform("回访到期");

    public string Name => "give-up-follow-ups";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken stop)
    {
        while (await SomeAsync(stop) == AtOnce)
        {
            db.Context.ChangeTracker.Clear();
        }
    }

    private async Task<int> SomeAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var due = await db.FollowUps.Where(row => row.State == FollowUpState.Open && row.DueAt <= now && row.Means == FollowUpMeans.OwnPage)
            .OrderBy(row => row.DueAt).Take(AtOnce).ToListAsync(stop);
        due.ForEach(row => row.GiveUp(Platform, now));
        if (due.Count > 0)
        {
            await db.SaveAsync(Platform, stop);
        }

        return due.Count;
    }
}
