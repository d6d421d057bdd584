using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using static UnionHall.Requests.Tests.Clocks.GivenClock;

namespace UnionHall.Requests.Tests.Clocks;

/// <summary>Deadlines are worked out from start, limit and what was added, never edited.</summary>
public sealed class RequestClockTests
{
    private static readonly ClockRule Once = Rule(30, 1);

    // Domain rules, section 3.
    [Theory]
    [InlineData("2026-09-18 14:20", 5, "2026-09-24 17:30")]
    [InlineData("2026-09-30 09:00", 1, "2026-10-08 17:30")]
    [InlineData("2026-02-13 09:00", 1, "2026-02-14 17:30")]
    [InlineData("2026-02-13 09:00", 5, "2026-02-27 17:30")]
    [InlineData("2026-04-30 09:00", 1, "2026-05-06 17:30")]
    [InlineData("2026-05-08 09:00", 1, "2026-05-09 17:30")]
    [InlineData("2025-09-26 09:00", 3, "2025-09-30 17:30")]
    [InlineData("2025-01-24 09:00", 15, "2025-02-20 17:30")]
    public void Submit_CountsWeekendsAndMakeUpDays(string at, int days, string due) =>
        Said(Submitted(at, days, LimitUnit.WorkingDays).DueAt).ShouldBe(due);

    [Fact]
    public void Dispatch_RunsFromDispatch_NotFromAcknowledgement()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays);
        request.Dispatched("2026-09-18 15:00", 2, LimitUnit.WorkingDays);
        request.Acknowledge(Handler, At("2026-09-21 10:00")).Refusal.ShouldBeNull();
        Said(request.CurrentOrder!.DueAt).ShouldBe("2026-09-21 17:30");
        Said(request.NextDueAt).ShouldBe("2026-09-21 17:30");
        Said(request.DueAt).ShouldBe("2026-09-24 17:30");
    }

    [Theory]
    [InlineData(LimitUnit.Hours, 24, "2026-09-18 15:00", "2026-09-18 18:30", "2026-09-19 14:20", "2026-09-19 18:20")] // 3.5 h, begun hours in full
    [InlineData(LimitUnit.CalendarDays, 7, "2026-09-21 10:00", "2026-09-23 09:00", "2026-09-28 17:30", "2026-09-28 17:30")] // 3 days: 28th is a Monday, as was the rolled end
    [InlineData(LimitUnit.CalendarDays, 15, "2026-09-21 10:00", "2026-09-23 17:30", "2026-10-08 17:30", "2026-10-08 17:30")] // 6 October is a holiday as 3 October was
    [InlineData(LimitUnit.WorkingDays, 5, "2026-09-19 10:00", "2026-09-21 17:30", "2026-09-24 17:30", "2026-09-29 17:30")] // Sunday 20 is worked: 2 days
    public void Pause_StopsTheClock_AndResumeAddsWhatStoodStill(LimitUnit unit, int amount, string from, string to, string before, string after)
    {
        var request = Submitted("2026-09-18 14:20", amount, unit);
        Said(request.DueAt).ShouldBe(before);
        request.Granted(ClockAskKind.Pause, from, until: "2026-10-20 17:30");
        Said(request.NextDueAt).ShouldBe("2026-10-20 17:30");
        request.Resume("材料来了", Calendar, Handler, At(to)).Refusal.ShouldBeNull();
        Said(request.DueAt).ShouldBe(after);
        request.NextDueAt.ShouldBe(request.DueAt);
        request.Ledger.Select(entry => entry.Kind).ShouldBe([ClockChange.Paused, ClockChange.Resumed]);
        request.Ledger.ShouldAllBe(entry => entry.ApprovedName != null);
    }

    [Fact]
    public void Resume_AddsToTheHopInItsOwnUnit()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays);
        request.Dispatched("2026-09-20 09:00", 48, LimitUnit.Hours);
        request.Granted(ClockAskKind.Pause, "2026-09-21 09:00", until: "2026-09-22 09:00");
        request.Sweep(Calendar, Sweeper, At("2026-09-22 09:01"));
        Said(request.CurrentOrder!.DueAt).ShouldBe("2026-09-23 09:00");
        Said(request.DueAt).ShouldBe("2026-09-29 17:30");
        request.PausedAt.ShouldBeNull();
    }

    [Fact]
    public void Extend_WithinTheRule_IsToldAndLogged()
    {
        var request = Submitted("2026-03-02 09:00", 60, LimitUnit.CalendarDays);
        request.Granted(ClockAskKind.Extension, "2026-04-20 09:00", amount: 30, rule: Once);
        Said(request.DueAt).ShouldBe("2026-06-01 17:30"); // 31 May is a Sunday
        request.CurrentOrder!.DueAt.ShouldBe(request.DueAt);
        var told = request.Timeline.Single(entry => entry.Kind == TimelineKind.Extended);
        told.IsPublic.ShouldBeTrue();
        told.Text.ShouldBe("答复时间从 5月6日 延到 6月1日。原因：等鉴定结果");
        var row = request.Ledger.Single();
        (row.AskedName, row.ApprovedName, row.Evidence, row.Amount, Said(row.DueBefore), Said(row.DueAfter))
            .ShouldBe(("周同志", "李同志", "鉴定受理通知书", 30, "2026-05-06 17:30", "2026-06-01 17:30"));
    }

    [Theory]
    [InlineData(31, "extension-long")]
    [InlineData(0, "extension-long")]
    public void Extend_BeyondTheRule_IsRefused(int amount, string code) =>
        Submitted("2026-03-02 09:00", 60, LimitUnit.CalendarDays)
            .AskClock(new ClockWish(ClockAskKind.Extension, amount, null, "r", "e"), Once, Calendar, Handler, At("2026-04-20 09:00")).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void Extend_ASecondTime_OrLate_OrWithoutARule_IsRefused()
    {
        var request = Submitted("2026-03-02 09:00", 60, LimitUnit.CalendarDays);
        var wish = new ClockWish(ClockAskKind.Extension, 5, null, "r", "e");
        request.AskClock(wish, null, Calendar, Handler, At("2026-04-20 09:00")).Refusal!.Code.ShouldBe("no-extension");
        request.Granted(ClockAskKind.Extension, "2026-04-20 09:00", amount: 30, rule: Once);
        request.AskClock(wish, Once, Calendar, Handler, At("2026-05-20 09:00")).Refusal!.Code.ShouldBe("extended-before");
        request.AskClock(wish, Rule(30, 3), Calendar, Handler, At("2026-06-02 09:00")).Refusal!.Code.ShouldBe("clock-late");
    }

    [Fact]
    public void Extend_CountedInAnotherUnitThanTheLimit_StopsAtTheDayOfTheRule()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays); // to 24 September; 7 days more end on 8 October
        var rule = Rule(7, 1);
        request.AskClock(new ClockWish(ClockAskKind.Extension, 5, null, "r", "e"), rule, Calendar, Handler, At("2026-09-21 09:00")).Refusal!.Sentence.ShouldBe("一次最多延 7 天。");
        request.Granted(ClockAskKind.Extension, "2026-09-21 09:00", amount: 4, rule: rule);
        Said(request.DueAt).ShouldBe("2026-10-08 17:30");
    }

    [Fact]
    public void Decide_ByWhoAsked_IsRefused()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays);
        var ask = request.AskClock(new ClockWish(ClockAskKind.Pause, null, At("2026-09-22 17:30"), "r", "e"), null, Calendar, Handler, At("2026-09-18 15:00")).Value!;
        request.Decide(ask, granted: true, null, null, Calendar, Handler, At("2026-09-18 16:00")).Refusal!.Code.ShouldBe("own-ask");
        request.PausedAt.ShouldBeNull();
        request.Decide(ask, granted: false, "证据不够", null, Calendar, Above, At("2026-09-18 16:00")).Refusal.ShouldBeNull();
        request.Decide(ask, granted: true, null, null, Calendar, Above, At("2026-09-18 16:00")).Refusal!.Code.ShouldBe("ask-decided");
        request.Ledger.ShouldBeEmpty();
    }

    [Fact]
    public void Defer_LeavesUntilItsReview_AndComesBackByItself()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays);
        request.Granted(ClockAskKind.Deferral, "2026-09-21 09:00", until: "2026-12-01 17:30");
        request.IsDeferred.ShouldBeTrue();
        request.SweepAt.ShouldBe(At("2026-12-01 17:30"));
        request.Timeline.Single(entry => entry.Kind == TimelineKind.Deferred).IsPublic.ShouldBeTrue();
        request.Sweep(Calendar, Sweeper, At("2026-11-01 09:00"));
        request.IsDeferred.ShouldBeTrue();
        request.Breaches.ShouldBeEmpty();
        request.Sweep(Calendar, Sweeper, At("2026-12-01 17:31"));
        request.IsDeferred.ShouldBeFalse();
        Said(request.DueAt).ShouldBe("2026-12-07 17:30"); // only Sunday 20 September was used up: four days are left
    }

    [Fact]
    public void UnknownYear_IsProvisional_AndWorkedOutAgainOnImport()
    {
        var without2026 = new WorkingCalendar(HolidayFile.Shipped().Days.Where(day => day.DocumentYear < 2026));
        var request = Submitted("2025-12-30 09:00", 5, LimitUnit.WorkingDays, without2026);
        request.IsProvisional.ShouldBeTrue();
        Said(request.DueAt).ShouldBe("2026-01-06 17:30");
        request.Recompute("国务院公布了 2026 年的放假安排，期限重新算过。", Calendar, Sweeper, At("2025-12-30 12:00")).ShouldBeTrue();
        Said(request.DueAt).ShouldBe("2026-01-07 17:30"); // 1 and 2 January off, Sunday 4 January worked
        request.IsProvisional.ShouldBeFalse();
        request.Ledger.Single().Kind.ShouldBe(ClockChange.Recomputed);
        request.Timeline.Single(entry => entry.Kind == TimelineKind.Recomputed).IsPublic.ShouldBeTrue();
        request.Recompute("r", Calendar, Sweeper, At("2025-12-30 12:00")).ShouldBeFalse();
    }

    [Fact]
    public void Sweep_WarnsOnceAtFourFifths_ThenWritesTheBreachOnce()
    {
        var request = Submitted("2026-09-18 14:20", 10, LimitUnit.Hours);
        request.Events.Take();
        request.Sweep(Calendar, Sweeper, At("2026-09-18 22:19"));
        request.Events.Take().ShouldBeEmpty();
        request.Sweep(Calendar, Sweeper, At("2026-09-18 22:21"));
        request.Sweep(Calendar, Sweeper, At("2026-09-18 23:00"));
        request.Events.Take().ShouldHaveSingleItem().ShouldBeOfType<ClockWarned>().DueAt.ShouldBe(request.DueAt);
        request.Sweep(Calendar, Sweeper, At("2026-09-19 00:21"));
        request.Sweep(Calendar, Sweeper, At("2026-09-19 01:00"));
        request.Events.Take().ShouldHaveSingleItem().ShouldBeOfType<ClockBreached>();
        request.Breaches.Single().UnitId.ShouldBe(Street);
        request.SweepAt.ShouldBeNull();
    }

    [Fact]
    public void Breach_OfTheHop_IsChargedToTheHop_AndOfThePromiseToWhoOverspent()
    {
        var request = Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        request.Dispatched("2026-09-18 15:20", 24, LimitUnit.Hours);
        request.Sweep(Calendar, Sweeper, At("2026-09-19 15:21"));
        request.Sweep(Calendar, Sweeper, At("2026-09-21 14:21"));
        request.Breaches.Select(breach => (breach.Clock, breach.UnitId)).ShouldBe([(ClockName.Hop, Union), (ClockName.Promise, Union)]);
    }

    [Fact]
    public void Breach_OfThePromise_IsChargedToWhoHeldItLongest_WhereNobodyOverspent()
    {
        var request = Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        request.Dispatched("2026-09-20 14:20", 24, LimitUnit.Hours);
        request.Sweep(Calendar, Sweeper, At("2026-09-21 14:21"));
        request.Breaches.Single(breach => breach.Clock == ClockName.Promise).UnitId.ShouldBe(Street);
    }

    [Fact]
    public void Contact_IsMissedOnce_AndNotAfterTheWorkerWasReached()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays, contact: new Limit(24, LimitUnit.Hours));
        request.Contacted("电话", "没人接", reached: false, Handler, At("2026-09-18 16:00")).Refusal.ShouldBeNull();
        request.Sweep(Calendar, Sweeper, At("2026-09-19 14:21"));
        request.Sweep(Calendar, Sweeper, At("2026-09-19 15:00"));
        request.Breaches.Single().Clock.ShouldBe(ClockName.Contact);
        var reached = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays, contact: new Limit(24, LimitUnit.Hours));
        reached.Contacted("电话", "约好周一见面", reached: true, Handler, At("2026-09-18 16:00")).Refusal.ShouldBeNull();
        reached.Sweep(Calendar, Sweeper, At("2026-09-19 14:21"));
        reached.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void SetUrgency_Tighter_CountsFromNow_Looser_FromSubmission()
    {
        var request = Submitted("2026-09-18 14:20", 5, LimitUnit.WorkingDays);
        request.SetUrgency(Urgency.Emergency, new Limit(2, LimitUnit.Hours), "有人受伤", Calendar, Above, At("2026-09-21 09:20")).Refusal.ShouldBeNull();
        Said(request.DueAt).ShouldBe("2026-09-21 11:20");
        request.SetUrgency(Urgency.Complex, new Limit(15, LimitUnit.CalendarDays), "牵涉三家单位", Calendar, Above, At("2026-09-21 09:30")).Refusal.ShouldBeNull();
        Said(request.DueAt).ShouldBe("2026-10-08 17:30");
        request.Ledger.Select(entry => entry.Kind).ShouldBe([ClockChange.UrgencySet, ClockChange.UrgencySet]);
    }
}
