using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Keeps scope rows true when units move or merge, and hands open work on with the posts of someone who leaves.</summary>
internal sealed class FollowUnits(RequestsDb db, UnitDirectory units, StaffDirectory staff, TimeProvider clock) :
    IEventHandler<UnitMoved>, IEventHandler<UnitMerged>, IEventHandler<PostsHandedOver>
{
    private static readonly Actor Platform = Actor.Platform("职务交接");

    public Task HandleAsync(UnitMoved happened, CancellationToken stop) => RebuildAsync(happened.Unit, stop);

    public Task HandleAsync(UnitMerged happened, CancellationToken stop) => RebuildAsync(happened.Into, stop);

    public async Task HandleAsync(PostsHandedOver happened, CancellationToken stop)
    {
        var open = await db.Requests.AsNoTracking().Where(request => request.IsOpen && request.Assignee == happened.Account && happened.Units.Contains(request.CurrentUnit))
            .Select(request => request.Reference).ToListAsync(stop);
        var name = await staff.NameOfAsync(happened.Successor, stop);
        foreach (var reference in open)
        {
            if (await db.FindAsync(reference, stop) is { } request && request.Assignee == happened.Account
                && request.Assign(happened.Successor, name, Platform, clock.GetUtcNow()).Succeeded)
            {
                await db.SaveAsync(Platform, stop);
            }

            db.Context.ChangeTracker.Clear();
        }
    }

    private async Task RebuildAsync(UnitId unit, CancellationToken stop)
    {
        Guid[] moved = [.. (await units.SubtreeAsync(unit, stop)).Select(one => one.Value)];
        await db.Context.Database.ExecuteSqlAsync($"select request_reach_rebuild({moved})", stop);
    }
}
