using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What becomes of a request whose unit is no more.</summary>
internal sealed partial class Request
{
    /// <summary>It goes on at another unit as it stands: same state, same clock.</summary>
    /// <param name="withPeople">True where the posts went over too: it stays on the desk it is on.</param>
    public Result HandOn(UnitId to, bool withPeople, Actor actor, DateTimeOffset at)
    {
        if (ClosedAt is not null || to == CurrentUnit)
        {
            return Refusals.NotWhile(State, "转给接手的单位");
        }

        var from = CurrentUnit;
        // Answered: the hop that answered goes on, not one that had given it away later than that began.
        var order = CurrentOrder ?? orders.Where(one => one.IsLead).MaxBy(one => (one.Ended == OrderEnd.Answered, one.Id.Value))!;
        var taken = order.HandOn(to, at);
        order.End(OrderEnd.HandedOn, null, at);
        orders.Add(taken);
        SidesServe(taken);
        PassTo(to, withPeople ? Assignee : null);
        Tell(TimelineKind.HandedOn, actor, at, to);
        Events.Add(new RequestHandedOn(Id, Reference, taken.Id, from, to));
        PlanSweep();
        return Result.Done;
    }
}
