using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Jobs;

/// <summary>Keeps scope rows true when units move, and hands what is under way on when a unit is merged or closed.</summary>
internal sealed class FollowUnits(RequestsDb db, UnitDirectory units, UpperUnit upper, TimeProvider clock) :
    IEventHandler<UnitMoved>, IEventHandler<UnitMerged>, IEventHandler<UnitClosed>, IEventHandler<UnitWithdrawn>
{
    private static readonly Actor Platform = Actor.Platform("单位撤并");

    public Task HandleAsync(UnitMoved happened, CancellationToken stop) => RebuildAsync(happened.Unit, stop);

    public async Task HandleAsync(UnitMerged happened, CancellationToken stop)
    {
        await RebuildAsync(happened.Into, stop);
        await HandOnAsync(happened.Unit, withPeople: true, stop);
    }

    /// <summary>Nothing open lies with a unit that is closed (<see cref="UnitWork"/>); what was answered, or came in at that moment, goes up.</summary>
    public Task HandleAsync(UnitClosed happened, CancellationToken stop) => HandOnAsync(happened.Unit, withPeople: false, stop);

    public Task HandleAsync(UnitWithdrawn happened, CancellationToken stop) => HandOnAsync(happened.Unit, withPeople: false, stop);

    private async Task HandOnAsync(UnitId unit, bool withPeople, CancellationToken stop)
    {
        var lying = await db.Reach.AsNoTracking()
            .Where(row => row.UnitId == unit && row.Direct && (row.IsOpen || row.State == RequestState.Replied || row.State == RequestState.Merged))
            .Join(db.Requests, row => row.RequestId, request => request.Id, (_, request) => request)
            .Where(request => request.CurrentUnit == unit).OrderBy(request => request.Id).Select(request => request.Reference).ToListAsync(stop);
        var letters = await db.Requests.AsNoTracking().Where(request => request.MailBoxId != null && request.CurrentUnit == unit && request.ClosedAt == null)
            .OrderBy(request => request.Id).Select(request => request.Reference).ToListAsync(stop);
        foreach (var reference in lying.Union(letters))
        {
            // Above its box a letter goes by its writer's own word only.
            if (await db.FindAsync(reference, stop) is { } request && request.CurrentUnit == unit && (withPeople || !request.IsInBox)
                && request.HandOn(await upper.TakerAsync(request, unit, stop), withPeople, Platform, clock.GetUtcNow()).Succeeded)
            {
                await db.SaveAsync(Platform, stop);
            }

            db.Context.ChangeTracker.Clear();
        }

        await HandOnSidesAsync(unit, stop);
        await HandOnArticlesAsync(unit, stop);
    }

    private async Task HandOnArticlesAsync(UnitId unit, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(await units.SuccessorAsync(unit, stop), stop);
        var taker = (lineage.FirstOrDefault(one => one.IsOpen) ?? lineage[^1]).UnitId;
        foreach (var article in taker == unit ? [] : await db.Articles.Where(article => article.UnitId == unit).ToListAsync(stop))
        {
            article.HandOn(taker, Platform, clock.GetUtcNow());
        }

        await db.SaveAsync(Platform, stop);
        db.Context.ChangeTracker.Clear();
    }

    /// <summary>What helpers and the called have in hand goes on too, except to who may not have it.</summary>
    private async Task HandOnSidesAsync(UnitId unit, CancellationToken stop)
    {
        var beside = await db.Orders.AsNoTracking().Where(order => order.UnitId == unit && order.FinishedAt == null && order.Role != OrderRole.Lead)
            .Join(db.Requests, order => order.RequestId, request => request.Id, (_, request) => request.Reference).ToListAsync(stop);
        foreach (var reference in beside)
        {
            if (await db.FindAsync(reference, stop) is { } request && request.OpenSides.FirstOrDefault(order => order.UnitId == unit) is { } side
                && request.HandOnSide(side, await upper.TakerAsync(request, unit, stop), Platform, clock.GetUtcNow()).Succeeded)
            {
                await db.SaveAsync(Platform, stop);
            }

            db.Context.ChangeTracker.Clear();
        }
    }

    private async Task RebuildAsync(UnitId unit, CancellationToken stop)
    {
        await DrainAsync(stop);
        Guid[] moved = [.. (await units.SubtreeAsync(unit, stop)).Select(one => one.Value)];
        await db.Context.Database.ExecuteSqlAsync($"select request_reach_rebuild({moved})", stop);
    }

    /// <summary>
    /// An order that was being written while the unit moved has rows of the old way up, and no rebuild sees it before it is there:
    /// every writer of this moment is waited for. Those that come after find the unit where it is now.
    /// </summary>
    private async Task DrainAsync(CancellationToken stop)
    {
        await using var transaction = await db.Context.Database.BeginTransactionAsync(stop);
        await db.Context.Database.ExecuteSqlAsync($"lock table work_order in share mode", stop);
        await transaction.CommitAsync(stop);
    }
}
