using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>What the law asks for beside the handling, each with a clock of its own.</summary>
internal sealed partial class Request
{
    /// <summary>A duty beside the handling begins to run.</summary>
    public RequestDuty StartDuty(ClockRule rule, DateTimeOffset start, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        var duty = RequestDuty.Of(Id, rule, start, calendar, actor, at);
        Tell(TimelineKind.DutyStarted, actor, at, CurrentUnit, $"{duty.Duty.Chinese()}，{ClockText.By(duty.DueAt, at)}办到", isPublic: false);
        Events.Add(new DutyStarted(Id, duty.Code, duty.DueAt));
        return duty;
    }

    public void FinishDuty(RequestDuty duty, Actor actor, DateTimeOffset at)
    {
        duty.Finish(actor, at);
        Tell(TimelineKind.DutyDone, actor, at, CurrentUnit, duty.Duty.Chinese(), isPublic: false);
        Events.Add(new DutyDone(Id, duty.Code));
    }

    /// <summary>Days that do not count for a duty, on what evidence.</summary>
    public Result ExcludeOf(RequestDuty duty, DateOnly from, DateOnly to, string reason, WorkingCalendar calendar, Actor actor, DateTimeOffset at)
    {
        var excluded = duty.Exclude(from, to, calendar, at);
        if (excluded.Value is not { } move)
        {
            return excluded.Refusal!;
        }

        var words = $"{duty.Excludes} {from:yyyy-MM-dd} 到 {to:yyyy-MM-dd} 不算：{reason}";
        ledger.Add(ClockEntry.Of(move, new ClockCause(ClockChange.Excluded, words, actor), at));
        Tell(TimelineKind.DutyExcluded, actor, at, CurrentUnit, $"{duty.Duty.Chinese()}，{words}", isPublic: false);
        Events.Add(new DutyExcluded(Id, duty.Code, move.Before, move.After));
        return Result.Done;
    }
}
