namespace UnionHall.Requests.Domain;

/// <summary>Whose time it was when a deadline is missed.</summary>
internal sealed partial class Request
{
    /// <summary>A lead that waits for a helper past the helper's own limit is late by the helper's time.</summary>
    private WorkOrder SpentBy(WorkOrder late) => late.IsLead
        ? orders.Where(order => order.IsOpenSide && order.ParentId == late.Id && order.DueAt < late.DueAt).MinBy(order => order.DueAt) ?? late
        : late;

    /// <summary>The hop that overspent its own limit most, helpers and parts among them, else the lead that held the request longest.</summary>
    private WorkOrder Charged(DateTimeOffset at)
    {
        var held = Held(at);
        var over = orders.Where(order => !order.FollowsPromise && order.DispatchedAt < at)
            .Select(order => (Order: order, Over: order.IsLead ? Sum(held, order, order.DueAt) : Ended(order, at) - order.DueAt))
            .Where(one => one.Over > TimeSpan.Zero).ToList();
        return over.Count > 0 ? over.MaxBy(one => one.Over).Order
            : orders.Where(order => order.IsLead && order.DispatchedAt < at).MaxBy(order => Sum(held, order, order.DispatchedAt)) ?? orders[0];
    }

    /// <summary>Who had the request when: at each instant the deepest lead that was open then. It comes back to one that sent it on.</summary>
    private List<(WorkOrder Order, DateTimeOffset From, DateTimeOffset To)> Held(DateTimeOffset at)
    {
        var leads = orders.Where(order => order.IsLead && order.DispatchedAt < at).ToList();
        var marks = leads.SelectMany(order => new[] { order.DispatchedAt, Ended(order, at) }).Append(at).Distinct().Order().ToList();
        return [.. marks.Zip(marks.Skip(1), (from, to) => (
            Order: leads.Where(order => order.DispatchedAt <= from && Ended(order, at) >= to).MaxBy(order => order.Id.Value)!, From: from, To: to)).Where(span => span.Order is not null)];
    }

    private static TimeSpan Sum(List<(WorkOrder Order, DateTimeOffset From, DateTimeOffset To)> held, WorkOrder order, DateTimeOffset since) => TimeSpan.FromTicks(
        held.Where(span => span.Order == order && span.To > since).Sum(span => (span.To - (span.From > since ? span.From : since)).Ticks));

    private static DateTimeOffset Ended(WorkOrder order, DateTimeOffset at) => order.FinishedAt is { } done && done < at ? done : at;
}
