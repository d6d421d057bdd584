using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>The desk says whom of the union a request is about, where the worker's words did not.</summary>
internal sealed partial class Request
{
    public Result NameAccused(IReadOnlyList<Accused> added, IReadOnlyList<Accused> removed, string reason, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return Refusals.NotWhile(State, "改反映的是谁");
        }

        if (added.Count + removed.Count == 0)
        {
            return AccusedRefusals.Nothing;
        }

        Say(TimelineKind.AccusedNamed, added);
        Say(TimelineKind.AccusedCleared, removed);
        if (added.Any(one => one.Account is not null && one.Account == Assignee))
        {
            Assign(null, null, actor, at);
        }

        Events.Add(new AccusedChanged(Id, Reference, added.Count, removed.Count));
        PlanSweep();
        return Result.Done;

        void Say(TimelineKind kind, IReadOnlyList<Accused> rows)
        {
            if (rows.Count > 0)
            {
                Tell(kind, actor, at, CurrentUnit, $"{string.Join('、', rows.Select(row => row.Name).Distinct())}：{reason}", isPublic: false);
            }
        }
    }

    /// <summary>What units it is about still hold of it beside the order in force ends.</summary>
    public void LeaveUnits(IReadOnlyCollection<UnitId> away, string reason, Actor actor, DateTimeOffset at)
    {
        foreach (var order in orders.Where(order => order.IsOpen && order != CurrentOrder && away.Contains(order.UnitId)).ToList())
        {
            if (order.IsLead)
            {
                order.End(OrderEnd.Lapsed, null, at);
                continue;
            }

            CancelSide(order, reason, actor, at);
        }

        SidesServe(CurrentOrder!);
        PlanSweep();
    }
}

/// <summary>Why it is not taken down whom a request is about.</summary>
internal static class AccusedRefusals
{
    public static readonly Refusal Nothing = new("accused-nothing", "写一个还没有记的单位或人，或者勾一个去掉。", "Who");

    public static readonly Refusal Unknown = new("accused-unknown", "没有找到这个工会单位或工会干部。写单位的全称，或者写姓名；不是工会的人和单位，不用在这里记。", "Who");

    public static readonly Refusal Top = new("accused-top", "这件就在这个单位手里，上面没有能接办的单位了。先请上级工会接过去，再来记。", "Who");

    public static readonly Refusal Together = new("accused-together", "并在这件里的一件到过这个单位。先把那一件拆出来，再来记。", "Who");
}
