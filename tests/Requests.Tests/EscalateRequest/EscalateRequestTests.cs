using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.EscalateRequest;

/// <summary>提级: by hand, by the sweep once, on the second "not solved"; 报请: up the tree; and what becomes a problem order.</summary>
public sealed class EscalateRequestTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ALateHop_GoesUpOnce_ThoughTwoSweepsRunAndOneWasKilled()
    {
        var reference = await AtCourierAsync();
        site.Clock.Set(At("2026-09-21 17:31"));
        await SweepAsync();
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Courier);
        site.Clock.Set(At("2026-09-24 17:29"));
        await SweepAsync();
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Courier);

        site.Clock.Set(At("2026-09-24 17:31"));
        await KilledSweepAsync(reference);
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Courier);
        await Task.WhenAll(SweepAsync(), SweepAsync(), SweepAsync());
        await SweepAsync();
        var request = await given.ReadAsync(reference);
        (request.CurrentUnit, request.Escalations, request.State).ShouldBe((city.Qingxi, 1, RequestState.Dispatched));
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'escalated'")).ShouldBe(1);
        await site.RunJobsAsync();
        var street = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        (await street.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("超期 3 个工作日还没办完，自动提级");
    }

    [Fact]
    public async Task AtTheTop_NothingIsAbove_AndTheSweepGivesUp()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "legal-aid");
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.City);
        site.Clock.Set(At("2026-11-30 10:00"));
        await SweepAsync();
        await SweepAsync();
        var request = await given.ReadAsync(reference);
        (request.CurrentUnit, request.Escalations).ShouldBe((city.City, 0));
        request.SweepAt.ShouldBeNull();
    }

    [Fact]
    public async Task ByHand_TakesItUpOneUnit_AndTheWorkerSeesWhoHasIt()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名");
        var own = await site.CityAsync();
        var below = await site.StaffBrowserAsync(Role.Chair, own.Street);
        (await below.GetAsync($"/desk/requests/{filed.Reference}/escalate")).HasButton("提级").ShouldBeFalse();
        var above = await site.StaffBrowserAsync(Role.Leader, own.District);
        (await above.PressAsync(await above.GetAsync($"/desk/requests/{filed.Reference}/escalate"), "提级", ("为什么提级", "牵涉两个街道"))).Text.ShouldContain("提级 1 次");
        using var worker = await site.FollowerAsync(filed);
        var seen = (await worker.GetAsync($"/requests/track/{filed.Reference}")).Text;
        seen.ShouldContain("交到上一级办，现在在安和区总工会");
        seen.ShouldNotContain("牵涉两个街道");
    }

    [Fact]
    public async Task NotSolvedASecondTime_GoesOneUnitHigher()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名");
        var own = await site.CityAsync();
        await given.DispatchedAsync(filed.Reference, own.Union);
        await DisputeAsync(filed);
        (await site.RequestAsync(filed.Reference)).CurrentUnit.ShouldBe(own.Street);
        await given.DispatchedAsync(filed.Reference, own.Union);
        await DisputeAsync(filed);
        var request = await site.RequestAsync(filed.Reference);
        (request.CurrentUnit, request.Disputes, request.Escalations, request.InDispute).ShouldBe((own.District, 2, 1, true));
    }

    [Fact]
    public async Task ThreeReworks_OrThreeUnitsWithoutAResult_MakeAProblemOrder()
    {
        var reference = await AtCourierAsync();
        foreach (var unit in new[] { city.Qingxi, city.Anhe, city.City })
        {
            (await given.ReadAsync(reference)).ProblemAt.ShouldBeNull();
            var current = await given.ReadAsync(reference);
            var who = await site.StaffBrowserAsync(Role.Handler, current.CurrentUnit);
            await who.PressAsync(await who.GetAsync($"/desk/requests/{reference}/report-up"), "报上去", ("本单位办不了", "matter"), ("结果，或为什么办不了", "要区里协调"));
            (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(unit);
        }

        (await given.ReadAsync(reference)).ProblemAt.ShouldNotBeNull();
        var leader = await city.AsAsync(Role.Leader, city.City);
        (await leader.GetAsync("/desk/requests?view=problem")).Text.ShouldContain("休息室的微波炉");
        (await leader.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("问题工单");
        (await (await city.AsAsync(Role.Leader, city.Donghu)).GetAsync("/desk/requests?view=problem")).Text.ShouldNotContain("休息室的微波炉");
    }

    [Fact]
    public async Task AResult_GoesBackToTheUnitThatSentIt_WhichAnswersTheWorker()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var street = await city.AsAsync(Role.Handler, city.Qingxi);
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/report-up"), "报上去", ("办完了", "result"), ("结果，或为什么办不了", "换了新的微波炉"));
        var request = await given.ReadAsync(reference);
        (request.CurrentUnit, request.State, request.CurrentOrder!.Way).ShouldBe((city.Qingxi, RequestState.Acknowledged, OrderWay.Received));
        await site.RunJobsAsync();
        (await street.GetAsync("/notices")).Text.ShouldContain("报来了结果，等您单位答复职工");
        (await street.GetAsync($"/desk/requests/{reference}")).HasButton("发出").ShouldBeTrue();
    }

    [Fact]
    public async Task AReportOfWrongdoing_GoesAroundTheGroupOfTheAccusedUnit()
    {
        var group = await site.UnitAsync("大江集团工会", UnitKind.Primary, city.Qingxi);
        var branch = await site.UnitAsync("大江二厂分会", UnitKind.Branch, group);
        var reference = await given.SubmittedAsync(branch, service: "general-report");
        await given.ChangedAsync(reference, request => request.HandOn(branch, false, Actor.Platform("测试"), site.Clock.GetUtcNow()));
        var request = await given.ReadAsync(reference);
        (await site.WithAsync<UnionHall.Requests.Acting.UpperUnit, UnitSummary?>(upper => upper.OfAsync(request, stop)))!.UnitId.ShouldBe(city.Qingxi);
    }

    [Fact]
    public async Task OverSeveralLevels_TheLevelBetweenIsInformed()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "legal-aid");
        var top = await city.AsAsync(Role.Dispatcher, city.City);
        var between = await city.AsAsync(Role.Dispatcher, city.Anhe);
        await top.PressAsync(await top.GetAsync($"/desk/requests/{reference}/dispatch?Form.Unit={city.Qingxi.Value}"), "派出去");
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Qingxi);
        await site.RunJobsAsync();
        (await between.GetAsync("/notices")).Text.ShouldContain("有一件越过您单位直接派到了下面，请知悉");
        (await between.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("抄送安和区总工会");
    }

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+08:00", System.Globalization.CultureInfo.InvariantCulture);

    private async Task DisputeAsync(GivenWorker.Filed filed)
    {
        await site.ReplyAsync(filed.Reference);
        using var worker = await site.FollowerAsync(filed);
        await worker.PressAsync(await worker.GetAsync($"/requests/track/{filed.Reference}/confirm"), "交上去", ("没解决", "on"), ("只解决了一部分", "on"));
    }

    /// <summary>All that a sweep does up to the commit, which a killed node never reaches.</summary>
    private Task KilledSweepAsync(string reference) => site.WithAsync<IServiceProvider>(async services =>
    {
        var calendar = await ((Calendars)services.GetService(typeof(Calendars))!).CurrentAsync(stop);
        var request = (await ((RequestsDb)services.GetService(typeof(RequestsDb))!).FindAsync(reference, stop))!;
        request.Sweep(calendar, Actor.Platform("时限"), site.Clock.GetUtcNow());
        (await ((LateHops)services.GetService(typeof(LateHops))!).TakeUpAsync(request, calendar, Actor.Platform("时限"), stop)).ShouldBeTrue();
    });

    private Task SweepAsync() => site.WithAsync<SweepClocks>(job => job.RunAsync(stop));

    private async Task<string> AtCourierAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        return reference;
    }
}
