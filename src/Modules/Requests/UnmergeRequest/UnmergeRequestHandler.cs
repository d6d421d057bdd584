using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.UnmergeRequest;

/// <summary>拆出来: a request stands for itself again, at the unit that goes on with it.</summary>
internal sealed class UnmergeRequestHandler(RequestDesk desk, RequestsDb db, CollectiveDesk collectives, UpperUnit upper, ClockDesk clocks)
{
    private static readonly Actor Platform = Actor.Platform("单位撤并");

    public async Task<Result> HandleAsync(Actor actor, string reference, WordsForm form, CancellationToken stop)
    {
        var head = await HeadUnitAsync(reference, stop);
        var result = await TryAsync(null);
        return result.Refusal == Domain.Refusals.NotHere && head is not null ? await TryAsync(_ => head) : result;

        Task<Result> TryAsync(Func<Request, UnitId?>? where) =>
            desk.ActAsync(Act.Unmerge, actor, reference, form.Seen, request => UnmergeAsync(request, form.Words, actor, stop), stop, where);
    }

    /// <summary>Those that stood under one whose worker took it back. The caller saves.</summary>
    public async Task ReleaseAsync(Request head, string reason, Actor actor, CancellationToken stop)
    {
        foreach (var joined in await db.Requests.Include(row => row.Orders).Where(row => row.HeadId == head.Id).ToListAsync(stop))
        {
            await collectives.LeaveAsync(joined, head.Id, stop);
            joined.Unmerge(head, reason, await clocks.CalendarAsync(stop), actor, clocks.Now);
        }
    }

    private async Task<UnitId?> HeadUnitAsync(string reference, CancellationToken stop) => Reference.Parse(reference) is { } number
        && await db.Requests.AsNoTracking().Where(row => row.Reference == number).Select(row => row.HeadId).SingleOrDefaultAsync(stop) is { } head
            ? await db.Requests.AsNoTracking().Where(row => row.Id == head).Select(row => (UnitId?)row.CurrentUnit).SingleAsync(stop)
            : null;

    private async Task<Result> UnmergeAsync(Request request, string reason, Actor actor, CancellationToken stop)
    {
        var head = request.HeadId is { } id ? await db.Requests.Include(row => row.Orders).SingleOrDefaultAsync(row => row.Id == id, stop) : null;
        if (head is not null)
        {
            await collectives.LeaveAsync(request, head.Id, stop);
        }

        var result = request.Unmerge(head, reason, await clocks.CalendarAsync(stop), actor, clocks.Now);
        if (result.Succeeded && await upper.TakerAsync(request, request.CurrentUnit, stop) is var taker && taker != request.CurrentUnit)
        {
            request.HandOn(taker, withPeople: false, Platform, clocks.Now);
        }

        return result;
    }
}
