using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using static UnionHall.Requests.Tests.Clocks.GivenClock;

namespace UnionHall.Requests.Tests.Clocks;

/// <summary>A missed deadline is charged to the hop that spent the time, with helpers, returns and ways up too.</summary>
public sealed class HopChargeTests
{
    private static readonly UnitId Beside = new(new Guid("00000000-0000-7000-8000-00000000000c"));
    private static readonly UnitId District = new(new Guid("00000000-0000-7000-8000-00000000000d"));

    [Fact]
    public void Promise_IsChargedToTheHelperThatKeptTheLeadWaiting()
    {
        var request = Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        request.Dispatched("2026-09-18 15:20", 60, LimitUnit.Hours);
        Call(request, "2026-09-18 16:20", 10);
        request.Sweep(Calendar, Sweeper, At("2026-09-21 14:21"));
        request.Breaches.Select(breach => (breach.Clock, breach.UnitId)).ShouldBe(
            [(ClockName.Promise, Beside), (ClockName.Hop, Beside), (ClockName.Hop, Beside)], ignoreOrder: true);
    }

    [Fact]
    public void Lead_IsChargedItself_WhenTheHelperWasInTime()
    {
        var request = Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        request.Dispatched("2026-09-18 15:20", 24, LimitUnit.Hours);
        Call(request, "2026-09-18 16:20", 10);
        request.AnswerSide(request.OpenSides[0], "查清了", Handler, At("2026-09-18 20:20")).Refusal.ShouldBeNull();
        request.Sweep(Calendar, Sweeper, At("2026-09-21 14:21"));
        request.Breaches.ShouldAllBe(breach => breach.UnitId == Union);
    }

    [Fact]
    public void Promise_IsChargedToWhoHeldIt_ThoughItWasSentOnAndCameBack()
    {
        var request = Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        request.Dispatched("2026-09-18 14:21", 20, LimitUnit.Hours);
        var ask = request.AskReturn("派错了", null, At("2026-09-19 14:20"), "", Handler, At("2026-09-18 15:00")).Value!;
        request.DecideReturn(ask, true, null, null, Street, Above, At("2026-09-18 16:00")).Refusal.ShouldBeNull();
        request.Sweep(Calendar, Sweeper, At("2026-09-21 14:21"));
        request.Breaches.Single().UnitId.ShouldBe(Street);
    }

    [Fact]
    public void Escalation_LeavesTheLatenessWithTheUnitThatWasLate()
    {
        var request = Submitted("2026-09-18 14:20", 200, LimitUnit.Hours);
        request.Dispatched("2026-09-18 14:21", 5, LimitUnit.Hours);
        request.Sweep(Calendar, Sweeper, At("2026-09-18 20:00"));
        request.Escalate(District, HopTerm.Until(At("2026-09-19 09:00"), At("2026-09-21 09:00")), "超期", Above, At("2026-09-19 09:00")).Refusal.ShouldBeNull();
        request.Sweep(Calendar, Sweeper, At("2026-09-20 09:00"));
        request.Breaches.Single().UnitId.ShouldBe(Union);
        request.Orders.Where(order => order.IsOpen).Select(order => order.UnitId).ShouldBe([Street, District]);
    }

    [Fact]
    public void APause_MovesTheHelpersDeadline_WithTheLeads()
    {
        var request = Submitted("2026-09-18 14:20", 72, LimitUnit.Hours);
        Call(request, "2026-09-18 16:20", 10);
        request.Granted(ClockAskKind.Pause, "2026-09-18 17:20", until: "2026-09-19 17:20");
        request.Resume(null, Calendar, Handler, At("2026-09-18 20:20")).Refusal.ShouldBeNull();
        Said(request.OpenSides[0].DueAt).ShouldBe("2026-09-19 05:20");
        request.Ledger.ShouldContain(entry => entry.OrderId == request.OpenSides[0].Id && entry.Amount == 3);
    }

    private static void Call(Request request, string at, int hours) => request.Call(
        OrderRole.Helper, [new SideCall(Beside, HopTerm.Of(new DueTime(At(at).AddHours(hours), false, null), new Limit(hours, LimitUnit.Hours)), "查一下")], Handler, At(at)).Refusal.ShouldBeNull();
}
