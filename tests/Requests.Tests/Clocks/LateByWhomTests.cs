using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using static UnionHall.Requests.Tests.Clocks.GivenClock;

namespace UnionHall.Requests.Tests.Clocks;

/// <summary>Nobody is charged for what another did, and nobody gives himself time by another name.</summary>
public sealed class LateByWhomTests
{
    [Fact]
    public void AResultThatComesBack_DoesNotChargeTheUpperUnitWithACallThatWasMadeBelow()
    {
        var request = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays, contact: new Limit(24, LimitUnit.Hours));
        request.Dispatched("2026-09-18 10:00", 10, LimitUnit.CalendarDays);
        request.Contacted("电话", "说好了", reached: true, Handler, At("2026-09-18 15:00")).Refusal.ShouldBeNull();
        request.ReportResult("修好了", Street, Handler, At("2026-09-21 09:00")).Refusal.ShouldBeNull();
        request.Sweep(Calendar, Sweeper, At("2026-09-21 10:00"));
        request.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void SentOnInTime_TheDutyToCallGoesAlong_SentOnTooLate_ItIsMissed()
    {
        var inTime = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays, contact: new Limit(24, LimitUnit.Hours));
        inTime.Dispatched("2026-09-18 10:00", 10, LimitUnit.CalendarDays);
        inTime.ReportResult("没人接", Street, Handler, At("2026-09-21 09:00")).Refusal.ShouldBeNull();
        inTime.Sweep(Calendar, Sweeper, At("2026-09-21 10:00"));
        inTime.Breaches.ShouldBeEmpty();

        var late = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays, contact: new Limit(24, LimitUnit.Hours));
        late.Sweep(Calendar, Sweeper, At("2026-09-19 09:01"));
        late.Breaches.ShouldHaveSingleItem().Clock.ShouldBe(ClockName.Contact);
    }

    [Fact]
    public void APause_StopsTheDutyToCallToo()
    {
        var request = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays, contact: new Limit(24, LimitUnit.Hours));
        request.Granted(ClockAskKind.Pause, "2026-09-18 19:00", until: "2026-09-23 19:00");
        request.Sweep(Calendar, Sweeper, At("2026-09-23 19:01"));
        request.Breaches.ShouldBeEmpty();
        Said(request.CurrentOrder!.ContactDueAt!.Value).ShouldBe("2026-09-24 09:00");
        request.Sweep(Calendar, Sweeper, At("2026-09-24 09:01"));
        request.Breaches.ShouldHaveSingleItem().Clock.ShouldBe(ClockName.Contact);
    }

    [Fact]
    public void ANewHoliday_MovesTheDutyToCall_AndTakesBackAMissThatIsNone()
    {
        var known = new WorkingCalendar(HolidayFile.Shipped().Days);
        var request = Submitted("2026-09-17 09:00", 15, LimitUnit.CalendarDays, contact: new Limit(1, LimitUnit.WorkingDays));
        request.Sweep(known, Sweeper, At("2026-09-19 09:00"));
        request.Breaches.ShouldHaveSingleItem().Clock.ShouldBe(ClockName.Contact);

        var order = request.CurrentOrder!;
        var before = order.ContactDueAt;
        var freed = new WorkingCalendar([.. HolidayFile.Shipped().Days.Where(day => day.Date != new DateOnly(2026, 9, 18)), new DayFact(new DateOnly(2026, 9, 18), "台风停工", true, 2026)]);
        request.Recompute("台风停工一天", freed, Sweeper, At("2026-09-19 10:00")).ShouldBeTrue();
        order.ContactDueAt.ShouldNotBeNull().ShouldBeGreaterThan(before!.Value);
        order.ContactMissedAt.ShouldBeNull();
        request.Ledger.ShouldContain(entry => entry.OrderId == order.Id && entry.DueBefore == before && entry.DueAfter == order.ContactDueAt && entry.Reason == "台风停工一天\n联系职工的时限。");
    }

    [Fact]
    public void AMissedPromise_DoesNotTurnGreenByAnotherUrgency()
    {
        var request = Submitted("2026-09-18 09:00", 24, LimitUnit.Hours, urgency: Urgency.Urgent);
        request.Sweep(Calendar, Sweeper, At("2026-09-19 09:01"));
        request.SetUrgency(Urgency.Complex, new Limit(15, LimitUnit.CalendarDays), "其实复杂", Calendar, Handler, At("2026-09-19 10:00")).Refusal!.Code.ShouldBe("late-urgency");
        request.BreachedAt.ShouldNotBeNull();
        request.SetUrgency(Urgency.Emergency, new Limit(2, LimitUnit.Hours), "人在医院", Calendar, Handler, At("2026-09-19 10:00")).Refusal.ShouldBeNull();
    }

    [Fact]
    public void AfterTheAnswer_NoHopFollowsAPromiseThatNoLongerRuns()
    {
        var request = Reworked();
        var promise = new HopTerm(At("2026-12-01 17:30"), false, null);
        request.Dispatch(Union, promise, null, Handler, At("2026-09-28 10:00")).Refusal!.Code.ShouldBe("limit-missing");
        request.Dispatched("2026-09-28 10:00", 3, LimitUnit.WorkingDays);
        request.Sweep(Calendar, Sweeper, At("2026-10-12 09:00"));
        request.Breaches.ShouldAllBe(breach => breach.Clock == ClockName.Hop);
        request.Breaches.ShouldContain(breach => breach.UnitId == Union);
    }

    [Fact]
    public void ARoundIsMeasuredByItsOwnHops()
    {
        var request = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays, contact: new Limit(24, LimitUnit.Hours));
        request.Sweep(Calendar, Sweeper, At("2026-09-19 09:01"));
        Answered(request, "2026-09-20 09:00");
        InTime(request).ShouldBeFalse();
        request.Redo(Street, Term("2026-09-28 09:00"), "没解决", Handler, At("2026-09-28 09:00")).Refusal.ShouldBeNull();
        Answered(request, "2026-09-28 10:00");
        InTime(request).ShouldBeTrue();
    }

    [Fact]
    public void TheFirstRework_CountsAsATimeNotSolved()
    {
        var request = Reworked();
        request.TimesUnsolved.ShouldBe(1);
        request.MarkProblem(new ProblemRule(2, 9), Sweeper, At("2026-09-28 09:01")).ShouldBeFalse();
        Answered(request, "2026-09-28 10:00");
        request.Redo(Street, Term("2026-09-29 09:00"), "还是没解决", Handler, At("2026-09-29 09:00")).Refusal.ShouldBeNull();
        request.TimesUnsolved.ShouldBe(2);
        request.MarkProblem(new ProblemRule(2, 9), Sweeper, At("2026-09-29 09:01")).ShouldBeTrue();
    }

    [Fact]
    public void WhatWasAskedBeforeTheAnswer_IsNotDecidedAfterIt()
    {
        var request = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays);
        var asked = request.AskClock(new ClockWish(ClockAskKind.Deferral, null, At("2026-12-01 17:30"), "等规划", "会议纪要"), null, Calendar, Handler, At("2026-09-19 09:00")).Value!;
        Answered(request, "2026-09-20 09:00");
        request.Redo(Street, Term("2026-09-28 09:00"), "没解决", Handler, At("2026-09-28 09:00")).Refusal.ShouldBeNull();
        request.Decide(asked, granted: true, null, null, Calendar, Above, At("2026-09-28 10:00")).Refusal!.Code.ShouldBe("ask-lapsed");
        request.PausedAt.ShouldBeNull();
        asked.Lapse(Sweeper, At("2026-09-28 10:00"));
        asked.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void TwoWhoDecideAtOnce_BothChangeTheRequest_SoThatTheyCollide()
    {
        foreach (var granted in new[] { true, false })
        {
            var request = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays);
            var asked = request.AskClock(new ClockWish(ClockAskKind.Pause, null, At("2026-09-25 17:30"), "等鉴定", "受理书"), null, Calendar, Handler, At("2026-09-19 09:00")).Value!;
            var steps = request.Steps;
            request.Decide(asked, granted, "再看看", null, Calendar, Above, At("2026-09-19 10:00")).Refusal.ShouldBeNull();
            request.Steps.ShouldBeGreaterThan(steps);
        }
    }

    private static Request Reworked()
    {
        var request = Submitted("2026-09-18 09:00", 15, LimitUnit.CalendarDays);
        Answered(request, "2026-09-20 09:00");
        request.Redo(Street, Term("2026-09-28 09:00"), "没解决", Handler, At("2026-09-28 09:00")).Refusal.ShouldBeNull();
        return request;
    }

    private static void Answered(Request request, string at)
    {
        request.Reply("修好了。", At(at).AddDays(7), Handler, At(at)).Refusal.ShouldBeNull();
        request.CloseSilent(Sweeper, At(at).AddDays(7).AddMinutes(1)).Refusal.ShouldBeNull();
    }

    private static bool InTime(Request request) => FollowUp.Plan(
        request, Street, FollowUpReason.Confirmed, new SamplingRule { Id = Guid.CreateVersion7() }.With(100, 1, 5, "抽样办法"), FollowUpMeans.Call, Calendar, At("2026-10-01 09:00")).InTime;

    private static HopTerm Term(string at)
    {
        var limit = new Limit(5, LimitUnit.WorkingDays);
        return HopTerm.Of(new Deadline(Calendar).After(At(at), limit), limit);
    }
}
