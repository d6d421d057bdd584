using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AssessSide;

/// <summary>Each side assesses a called unit once: the lead that whistled, and who stands above the called.</summary>
internal sealed class AssessSideHandler(RequestDesk desk, RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, Guid order, AssessSideForm form, CancellationToken stop)
    {
        var asLead = await desk.ActAsync(Act.HoldSide, actor, reference, form.Seen, request => AssessAsync(request, order, false, form, actor, stop), stop);
        return asLead.Refusal == Refusals.NotHere || asLead.Refusal == HopRefusals.AssessedAlready
            ? await desk.ActAsync(Act.AssessAbove, actor, reference, form.Seen, request => AssessAsync(request, order, true, form, actor, stop), stop, request => request.Side(order)?.UnitId)
            : asLead;
    }

    private async Task<Result> AssessAsync(Request request, Guid key, bool fromAbove, AssessSideForm form, Actor actor, CancellationToken stop)
    {
        if (request.Side(key) is not { } order)
        {
            return HopRefusals.NotCalled;
        }

        if (await db.Assessments.AnyAsync(one => one.OrderId == order.Id && one.FromAbove == fromAbove, stop))
        {
            return HopRefusals.AssessedAlready;
        }

        if (await db.Assessments.AnyAsync(one => one.OrderId == order.Id && one.Account == actor.Account, stop))
        {
            return HopRefusals.OtherHalf;
        }

        UnitId[] lineage = [.. (await units.LineageAsync(order.UnitId, stop)).Select(unit => unit.UnitId)];
        var by = fromAbove ? actor.ActsAbove(Act.AssessAbove, request.State, lineage) : request.CurrentUnit;
        var assessed = request.Assess(order, fromAbove, form.Grade ?? 1, form.Words, by, actor, clock.GetUtcNow());
        if (assessed.Value is { } assessment)
        {
            db.Assessments.Add(assessment);
        }

        return assessed;
    }
}
