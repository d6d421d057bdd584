using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReadClock;

public sealed class ReadClockPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_ShowsEachClockWithItsBasis_AndTheStagesOfEachOrder()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "wage-arrears");
        await given.DispatchedAsync(reference, city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var page = await handler.GetAsync($"/desk/requests/{reference}");
        page.Text.ShouldContain("每一步的时间");
        page.Text.ShouldContain("紧急");
        var clock = await handler.GetAsync(page.LinkTo("看全部时限"));
        clock.Text.ShouldContain("“拖欠工资”自己的期限");
        clock.Text.ShouldContain("顺启快运分拨中心工会这一段");
        clock.Text.ShouldContain("没有动过，和定的时候一样。");
    }

    [Fact]
    public async Task Urgency_SetByTheDispatcher_TakesTheLimitOfTheRules()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var answer = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/clock/urgency"), "改", ("复杂", "complex"), ("为什么", "牵涉三家单位"));
        answer.Text.ShouldContain("答应职工：改紧急程度");
        answer.Text.ShouldContain("K4");
        (await given.ReadAsync(reference)).DueAt.ShouldBe(new DateTimeOffset(2026, 10, 8, 9, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Urgency_OnceSentOn_IsLoosenedFromAboveOnly_AndToldToTheWorker()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await site.ExecuteAsync($"update requester set account = gen_random_uuid() where request_id = (select id from request where reference = '{reference}')");
        await given.DispatchedAsync(reference, city.Courier);
        var union = await city.AsAsync(Role.Dispatcher, city.Courier);
        var refused = await union.PressAsync(await union.GetAsync($"/desk/requests/{reference}/clock/urgency"), "改", ("复杂", "complex"), ("为什么", "牵涉三家单位"));
        refused.Text.ShouldContain("放宽时限要由上一级来改");
        var above = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        (await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/clock/urgency"), "改", ("复杂", "complex"), ("为什么", "牵涉三家单位"))).Text.ShouldContain("答应职工：改紧急程度");
        await site.RunJobsAsync();
        (await site.CountAsync($"notice where kind = 'promise-moved' and link like '%{reference}' and title like '%往后推了%'")).ShouldBe(1);
    }

    [Fact]
    public async Task Petition_HasItsNoticeRunning_AndOthersAreStartedAndDoneByHand()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "general-petition");
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/clock");
        page.Text.ShouldContain("书面告知受理情况");
        page.Text.ShouldContain("信访工作条例第二十三条");
        (await dispatcher.PressAsync(page, "办好了")).Text.ShouldContain("办好了");
        var rule = await site.WithAsync<RequestsDb, Guid>(db => Task.FromResult(db.Context.Set<Domain.ClockRule>().Single(one => one.Profile == "beijing" && one.Code == "K10").Id));
        var form = await dispatcher.GetAsync($"/desk/requests/{reference}/clock/duty");
        var started = await dispatcher.PressAsync(form, "开始计时", ("用人单位书面答复", rule.ToString()), ("从哪天算起", "2026-09-16"));
        started.Text.ShouldContain("用人单位书面答复");
        (await site.WithAsync<RequestsDb, DateTimeOffset>(db => Task.FromResult(db.Duties.Single(duty => duty.Code == "K10").DueAt))).ShouldBe(new DateTimeOffset(2026, 10, 8, 9, 30, 0, TimeSpan.Zero));
        var other = await given.SubmittedAsync(city.Courier);
        (await site.CountAsync($"request_duty d join request r on r.id = d.request_id where r.reference = '{reference}' and d.code = 'K5'")).ShouldBe(1);
        (await site.CountAsync($"request_duty d join request r on r.id = d.request_id where r.reference = '{other}'")).ShouldBe(0);
    }

    [Fact]
    public async Task TheDaysOfAHearing_DoNotCount_AndEachOnlyOnce()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "general-petition");
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var rule = await site.WithAsync<RequestsDb, Guid>(db => Task.FromResult(db.Context.Set<Domain.ClockRule>().Single(one => one.Profile == "beijing" && one.Duty == Domain.ClockDuty.SecondReview).Id));
        await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/clock/duty"), "开始计时", ("复核答复", rule.ToString()), ("从哪天算起", "2026-09-12"));
        var duty = await site.WithAsync<RequestsDb, Domain.RequestDuty>(db => Task.FromResult(db.Duties.Single(one => one.Duty == Domain.ClockDuty.SecondReview)));
        var address = $"/desk/requests/{reference}/clock/duty/{duty.Id}/exclude";
        (await dispatcher.GetAsync($"/desk/requests/{reference}/clock")).Text.ShouldContain("听证的天数不算");
        Task<PageAnswer> ExcludeAsync(PageAnswer form, string from, string to) => dispatcher.PressAsync(form, "这些天不算", ("从哪天", from), ("到哪天", to), ("凭什么", "听证通知书〔2026〕3 号"));

        var late = await ExcludeAsync(await dispatcher.GetAsync(address), "2026-09-14", "2026-09-30");
        late.ErrorAt("从哪天").ShouldNotBeNull().ShouldContain("听证的日期要在 2026-09-12 和今天之间");
        late.ValueOf("凭什么").ShouldBe("听证通知书〔2026〕3 号");
        (await ExcludeAsync(late, "2026-09-14", "2026-09-16")).Text.ShouldContain("这些天不算了");
        var moved = await site.WithAsync<RequestsDb, Domain.RequestDuty>(db => Task.FromResult(db.Duties.Single(one => one.Id == duty.Id)));
        (moved.DueAt - duty.DueAt).ShouldBe(TimeSpan.FromDays(3));
        (await ExcludeAsync(await dispatcher.GetAsync(address), "2026-09-16", "2026-09-17")).ErrorAt("从哪天").ShouldNotBeNull().ShouldContain("2026-09-17");
        (await site.CountAsync($"clock_entry where duty_id = '{duty.Id}' and kind = 'excluded' and amount = 3")).ShouldBe(1);
    }

    [Fact]
    public async Task Contact_StopsTheContactClock_OnlyWhenReached()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "wage-arrears");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await given.ReadAsync(reference)).CurrentOrder!.ContactDueAt.ShouldBe(site.Clock.GetUtcNow().AddHours(24));
        async Task<PageAnswer> CallAsync(string label, string code) => await handler.PressAsync(
            await handler.GetAsync($"/desk/requests/{reference}/contact"), "记下", ("电话", "电话"), (label, code), ("说了什么", "约了周一"));
        (await CallAsync("没联系上", "no")).Text.ShouldContain("没联系上：约了周一");
        (await given.ReadAsync(reference)).CurrentOrder!.ContactedAt.ShouldBeNull();
        await CallAsync("联系上了", "yes");
        (await given.ReadAsync(reference)).CurrentOrder!.ContactedAt.ShouldBe(site.Clock.GetUtcNow());
    }
}
