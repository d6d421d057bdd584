using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Ends what was answered when the worker said nothing within the window. Counted apart from "solved".</summary>
internal sealed class CloseSilentRequests(RequestsDb db, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 100;

    private static readonly Actor Platform = Actor.Platform("到期办结");

    public string Name => "close-silent-requests";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        while (await CloseSomeAsync(now, stop) == AtOnce)
        {
        }
    }

    private async Task<int> CloseSomeAsync(DateTimeOffset now, CancellationToken stop)
    {
        var due = await db.Requests.AsNoTracking().Where(request => request.State == RequestState.Replied && request.NextDueAt <= now)
            .OrderBy(request => request.NextDueAt).Take(AtOnce).Select(request => request.Reference).ToListAsync(stop);
        foreach (var reference in due)
        {
            await CloseAsync(reference, now, stop);
        }

        return due.Count;
    }

    private async Task CloseAsync(string reference, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            if (await db.FindAsync(reference, stop) is { } request && request.CloseSilent(Platform, now).Succeeded)
            {
                await db.SaveAsync(Platform, stop);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // The worker spoke at this very moment: his word counts.
        }

        db.Context.ChangeTracker.Clear();
    }
}
