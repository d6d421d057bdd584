using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.DispatchRequest;

/// <summary>Sends a request to a unit below, with its deadline written on the order.</summary>
internal sealed class DispatchRequestHandler(RequestDesk desk, UnitDirectory units, UpperUnit upper, OwnUnit ownUnit, ClockDesk clocks, EntryLimits limits)
{
    private static readonly Refusal NoUnit = new("no-unit", "选一个单位再派。", "Unit");

    public async Task<Result> HandleAsync(Actor actor, string reference, DispatchRequestForm form, CancellationToken stop) =>
        await limits.RefusalAsync(form.Words, nameof(form.Instruction), stop) ?? await desk.ActAsync(Act.Dispatch, actor, reference, form.Seen, request => DispatchAsync(request, form, actor, stop), stop);

    private async Task<Result> DispatchAsync(Request request, DispatchRequestForm form, Actor actor, CancellationToken stop)
    {
        var to = form.Unit is { } key ? await units.FindAsync(new UnitId(key), stop) : null;
        if (to is not { IsOpen: true })
        {
            return NoUnit;
        }

        if (to.UnitId != request.CurrentUnit && !await units.IsWithinAsync(to.UnitId, request.CurrentUnit, stop))
        {
            return Domain.Refusals.NotBelow;
        }

        if (await upper.IsAccusedAsync(request, to.UnitId, stop))
        {
            return await upper.IsNamedAsync(request, to.UnitId, stop) ? DeskRefusals.Accused : await ownUnit.IsKnownAsync(request.WorksAt, stop) ? DeskRefusals.OwnUnit : DeskRefusals.MaybeOwnUnit;
        }

        var term = await clocks.HopAsync(request, form.Days == 0 ? null : new Limit(form.Days, LimitUnit.WorkingDays), stop);
        return request.Dispatch(to.UnitId, term, form.Words, actor, clocks.Now, await BetweenAsync(request, to.UnitId, stop));
    }

    /// <summary>The levels it is sent over.</summary>
    private async Task<IReadOnlyList<UnitId>> BetweenAsync(Request request, UnitId to, CancellationToken stop) =>
        [.. (await units.LineageAsync(to, stop)).Skip(1).TakeWhile(unit => unit.UnitId != request.CurrentUnit).Where(unit => unit.IsOpen).Select(unit => unit.UnitId)];
}
