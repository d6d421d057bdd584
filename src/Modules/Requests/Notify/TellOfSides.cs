using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Notify;

/// <summary>Tells helpers what is asked of them, and the lead what they answered.</summary>
internal sealed class TellOfSides(RequestsDb db, DeskNotices notices, TimeProvider clock) :
    IEventHandler<OrderCalled>, IEventHandler<OrderAnswered>, IEventHandler<InterimReported>, IEventHandler<OrderCancelled>, IEventHandler<OrderAssessed>, IEventHandler<ConferenceRecorded>
{
    public async Task HandleAsync(OrderCalled happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "order-called", $"请您单位{happened.Role.Chinese()}，{ClockText.By(happened.DueAt, clock.GetUtcNow())}交结果", "",
        await notices.HoldersAsync(happened.Request, null, happened.Unit, stop), stop);

    public async Task HandleAsync(OrderAnswered happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "order-answered",
        $"{await notices.NameAsync(happened.Unit, stop)}交了结果{(happened.Open == 0 ? "，都交齐了，可以答复职工" : $"，还差 {happened.Open} 个单位")}", "",
        await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Lead, stop), stop);

    public async Task HandleAsync(InterimReported happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "interim-reported", $"{await notices.NameAsync(happened.Unit, stop)}报了阶段情况", "", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Lead, stop), stop);

    public async Task HandleAsync(OrderCancelled happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "order-cancelled", "主办单位撤下了请您单位办的事，不用办了", "", await notices.HoldersAsync(happened.Request, null, happened.Unit, stop), stop);

    public async Task HandleAsync(OrderAssessed happened, CancellationToken stop)
    {
        var unit = await db.Orders.AsNoTracking().Where(order => order.Id == happened.Order).Select(order => order.UnitId).SingleAsync(stop);
        await notices.SendAsync(happened.Request, happened.Reference, "order-assessed", "您单位报到的这件有了评价", "", await notices.HoldersAsync(happened.Request, null, unit, stop), stop);
    }

    /// <summary>All who have an open order of it: the notes say who does what.</summary>
    public async Task HandleAsync(ConferenceRecorded happened, CancellationToken stop)
    {
        var units = await db.Orders.AsNoTracking().Where(order => order.RequestId == happened.Request && order.FinishedAt == null).Select(order => order.UnitId).Distinct().ToListAsync(stop);
        var people = new HashSet<AccountId>();
        foreach (var unit in units)
        {
            people.UnionWith(await notices.HoldersAsync(happened.Request, null, unit, stop));
        }

        await notices.SendAsync(happened.Request, happened.Reference, "conference-recorded", "有了会商纪要，看看分工", "", people, stop);
    }
}
