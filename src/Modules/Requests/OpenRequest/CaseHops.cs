using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Reads what stands around the hops; asks the database only where an order or the request says that there is something.</summary>
internal sealed class CaseHops(RequestsDb db, UnitDirectory units, Calendars calendars)
{
    public async Task<HopView> OfAsync(Actor actor, CaseRow row, List<WorkOrder> orders, DateTimeOffset now, CancellationToken stop)
    {
        var waiting = orders.Find(order => order.ReturnWaits);
        var ask = waiting is null ? null : await db.Returns.AsNoTracking().SingleAsync(one => one.OrderId == waiting.Id, stop);
        var supervision = row.SupervisedAt is null ? null : await db.Supervisions.AsNoTracking().SingleAsync(one => one.RequestId == row.Id && one.EndedAt == null, stop);
        var assessed = orders.Exists(order => order.Role == OrderRole.Called && !order.IsOpen);
        return new HopView
        {
            Dues = await DuesAsync(row, orders, now, stop),
            Own = [.. orders.Where(order => order.IsOpenSide && actor.Where(Permission.HandleRequests).Any(grant => grant.Unit == order.UnitId))],
            Acts = await ActsAsync(actor, row, orders, stop),
            Return = ask,
            MayDecideReturn = ask is not null && actor.Account != ask.AskedBy && await MayAsync(actor, Act.DecideReturn, row, ask.SentBy, stop),
            Returns = orders.Count(order => order.Ended == OrderEnd.Returned),
            Supervision = supervision,
            MayReportBack = supervision is not null && await MayAsync(actor, Act.ReportBack, row, row.CurrentUnit, stop),
            MayEndSupervision = supervision is not null && await MayAsync(actor, Act.EndSupervision, row, supervision.UnitId, stop),
            Assessments = assessed ? await db.Assessments.AsNoTracking().Where(one => one.RequestId == row.Id).OrderBy(one => one.Id).ToListAsync(stop) : [],
        };
    }

    private async Task<Dictionary<WorkOrderId, DueView>> DuesAsync(CaseRow row, List<WorkOrder> orders, DateTimeOffset now, CancellationToken stop)
    {
        var calendar = await calendars.CurrentAsync(stop);
        return orders.Where(order => order.IsOpen).ToDictionary(order => order.Id, order =>
        {
            var due = DueView.Of(order.DispatchedAt, order.DueAt, order.FollowsPromise ? row.LimitUnit : order.LimitUnit, now, calendar);
            return row.PausedUntil is { } until ? ClockView.Standing(due, until, row.IsDeferred, now) : due;
        });
    }

    private async Task<HashSet<(WorkOrderId Order, HopAct Act)>> ActsAsync(Actor actor, CaseRow row, List<WorkOrder> orders, CancellationToken stop)
    {
        var acts = new HashSet<(WorkOrderId Order, HopAct Act)>();
        var holds = orders.Exists(order => !order.IsLead) && await MayAsync(actor, Act.HoldSide, row, row.CurrentUnit, stop);
        foreach (var order in orders.Where(order => !order.IsLead))
        {
            var isCalled = order.Role == OrderRole.Called && !order.IsOpen;
            (HopAct Act, bool May)[] each =
            [
                (HopAct.Answer, order.IsOpen && await MayAsync(actor, Act.Side, row, order.UnitId, stop)),
                (HopAct.Hold, order.IsOpen && holds),
                (HopAct.Assess, isCalled && holds),
                (HopAct.AssessAbove, isCalled && await MayAsync(actor, Act.AssessAbove, row, order.UnitId, stop)),
            ];
            acts.UnionWith(each.Where(one => one.May).Select(one => (order.Id, one.Act)));
        }

        return acts;
    }

    private async Task<bool> MayAsync(Actor actor, Act act, CaseRow row, UnitId unit, CancellationToken stop) =>
        actor.MayDo(act, row.State, unit, [.. (await units.LineageAsync(unit, stop)).Select(above => above.UnitId)]);
}
