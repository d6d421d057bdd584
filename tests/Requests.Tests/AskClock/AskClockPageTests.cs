using System.Net;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.DecideClock;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.AskClock;

/// <summary>Asked by the handler, decided by somebody else above, told to the worker.</summary>
public sealed class AskClockPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("clock/ask")]
    [InlineData("clock/resume")]
    [InlineData("clock/duty")]
    [InlineData("contact")]
    [InlineData("clock")]
    public async Task Get_IsForTheDeskThatSeesIt(string page)
    {
        var reference = await AtCourierAsync();
        using var visitor = site.NewBrowser();
        (await visitor.GetAsync($"/desk/requests/{reference}/{page}")).Path.ShouldStartWith("/sign-in");
        (await (await city.AsAsync(Role.Handler, city.Wangjiang)).GetAsync($"/desk/requests/{reference}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.AsAsync(Role.Handler, city.Courier)).GetAsync($"/desk/requests/{reference}/{page}")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await city.AsAsync(Role.SecurityAdmin, city.City)).GetAsync($"/desk/requests/{reference}/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Pause_AskedBelow_GrantedAbove_IsToldToTheWorker_AndEndsByItself()
    {
        var filed = await site.FiledAsync("overtime-pay", "实名");
        var city1 = await site.CityAsync();
        await given.DispatchedAsync(filed.Reference, city1.Union);
        await given.AcknowledgedAsync(filed.Reference);
        var handler = await city.AsAsync(Role.Handler, city1.Union);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city1.Street);

        var asked = await AskAsync(handler, filed.Reference, "暂停计时", ("到哪天", "2026-09-25"));
        asked.Text.ShouldContain("申请交上去了");
        asked.Text.ShouldContain("等上级批");
        await site.RunJobsAsync();
        (await dispatcher.GetAsync("/notices")).Text.ShouldContain("申请暂停计时，等您批");
        (await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{filed.Reference}/clock/decide"), "同意")).Text.ShouldContain("时限停着");

        using var worker = await site.FollowerAsync(filed);
        var seen = await worker.GetAsync($"/requests/track/{filed.Reference}");
        seen.Text.ShouldContain("时限停到 9月25日 周五");
        seen.Text.ShouldContain("劳动能力鉴定要等结果");
        seen.Text.ShouldNotContain("鉴定受理通知书");
        (await handler.GetAsync("/desk/requests?view=unit")).Text.ShouldContain("时限停着");

        site.Clock.Set(new DateTimeOffset(2026, 9, 25, 9, 31, 0, TimeSpan.Zero));
        await SweepAsync();
        var resumed = await given.ReadAsync(filed.Reference);
        resumed.PausedAt.ShouldBeNull();
        using var back = await site.FollowerAsync(filed);
        (await back.GetAsync($"/requests/track/{filed.Reference}")).Text.ShouldContain("接着计时");
        (await (await site.StaffBrowserAsync(Role.Dispatcher, city1.Street)).GetAsync($"/desk/requests/{filed.Reference}/clock")).Text.ShouldContain("恢复计时，加 5 个工作日");
    }

    [Fact]
    public async Task Decide_IsNotForTheUnitItself_NorForWhoAsked()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await AskAsync(handler, reference, "暂停计时", ("到哪天", "2026-09-25"));
        var own = await city.AsAsync(Role.Chair, city.Courier);
        (await own.GetAsync($"/desk/requests/{reference}/clock/decide")).HasButton("同意").ShouldBeFalse();
        var above = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var page = await above.GetAsync($"/desk/requests/{reference}/clock/decide");
        var ask = page.Document.QuerySelector("input[name='Form.Ask']")!.GetAttribute("value")!;
        var chair = new Actor(null, "赵主席", [new Grant(city.Courier, "工会", Role.Chair, WholeSubtree: true)]);
        var answered = await site.WithAsync<DecideClockHandler, Result>(decide => decide.HandleAsync(chair, reference, new DecideClockForm { Ask = Guid.Parse(ask), Answer = "yes" }, TestContext.Current.CancellationToken));
        answered.Refusal!.Code.ShouldBe("not-here");
        (await given.ReadAsync(reference)).PausedAt.ShouldBeNull();

        var refused = await above.PressAsync(page, "不同意");
        refused.ErrorAt("批的话").ShouldBe("不同意要写为什么，申请的同志要看。");
        (await above.PressAsync(refused, "不同意", ("批的话", "材料还不全"))).Text.ShouldContain("材料还不全");
        await site.RunJobsAsync();
        (await handler.GetAsync("/notices")).Text.ShouldContain("没有批，看看原因");
    }

    [Theory]
    [InlineData("延期", "延多少", "9", "一次最多延 7 天。")]
    [InlineData("延期", "延多少", "几天", "延多少要填 1 以上的整数。")]
    [InlineData("暂停计时", "到哪天", "2026-09-18", "要填今天以后的一天。")]
    [InlineData("挂账", "到哪天", "2028-09-18", "这一天太远了，一年以内才行，到时再看。")]
    public async Task Post_BeyondTheRule_IsRefusedAtItsField(string kind, string field, string value, string sentence)
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var answer = await AskAsync(handler, reference, kind, (field, value));
        answer.ErrorAt(field).ShouldBe(sentence);
        answer.ValueOf("原因").ShouldBe("劳动能力鉴定要等结果");
    }

    [Fact]
    public async Task Post_WhileAnotherIsOpen_OrWhenAnswered_IsRefused()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await AskAsync(handler, reference, "延期", ("延多少", "2"));
        (await AskAsync(handler, reference, "暂停计时", ("到哪天", "2026-09-25"))).Text.ShouldContain("已经有一个申请在等批复");
        var page = await handler.GetAsync($"/desk/requests/{reference}/clock/ask");
        await given.RepliedAsync(reference);
        (await handler.PressAsync(page, "交上去批", ("暂停计时", "pause"), ("到哪天", "2026-09-25"), ("原因", "r"), ("凭什么", "e"))).Text.ShouldContain("等职工确认");
    }

    [Fact]
    public async Task WhatWasAsked_LapsesWithTheAnswer_AndStandsThere()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await AskAsync(handler, reference, "暂停计时", ("到哪天", "2026-09-25"));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await given.RepliedAsync(reference);
        await site.RunJobsAsync();
        var page = await handler.GetAsync($"/desk/requests/{reference}/clock");
        page.Text.ShouldContain("作废");
        page.Text.ShouldNotContain("等上级批");
    }

    [Fact]
    public async Task Extension_IsTold_WithTheDateBeforeAndAfter()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var above = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        await AskAsync(handler, reference, "延期", ("延多少", "3"));
        var answer = await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/clock/decide"), "同意");
        answer.Text.ShouldContain("答应职工：延期，加 3 个工作日");
        answer.Text.ShouldContain("凭：鉴定受理通知书");
        var request = await given.ReadAsync(reference);
        request.DueAt.ShouldBe(new DateTimeOffset(2026, 9, 30, 9, 30, 0, TimeSpan.Zero));
        request.Extensions.ShouldBe(1);
        (await AskAsync(handler, reference, "延期", ("延多少", "1"))).Text.ShouldContain("规则只许延期 1 次，已经延过了。");
    }

    [Fact]
    public async Task Deferral_StandsInItsList_UntilSomeoneResumesIt()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var above = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        (await above.GetAsync("/desk")).LinkTo("挂账").ShouldBe("/desk/deferred");
        (await above.GetAsync("/desk/deferred")).Text.ShouldContain("没有挂账的");
        await AskAsync(handler, reference, "挂账", ("到哪天", "2026-12-01"));
        await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/clock/decide"), "同意");
        var list = await above.GetAsync("/desk/deferred");
        list.Text.ShouldContain("12月1日 周二 再看");
        list.Text.ShouldContain("劳动能力鉴定要等结果");
        (await (await city.AsAsync(Role.Handler, city.Wangjiang)).GetAsync("/desk/deferred")).Text.ShouldNotContain(reference);
        (await given.ReadAsync(reference)).IsDeferred.ShouldBeTrue();

        site.Clock.Advance(TimeSpan.FromDays(3));
        var later = await site.StaffBrowserAsync(Role.Handler, city.Courier);
        var page = await later.GetAsync($"/desk/requests/{reference}/clock/resume");
        (await later.PressAsync(page, "销账", ("为什么", "鉴定结果出来了"))).Text.ShouldContain("恢复计时");
        (await given.ReadAsync(reference)).IsDeferred.ShouldBeFalse();
        (await later.GetAsync("/desk/deferred")).Text.ShouldContain("没有挂账的");
    }

    [Fact]
    public async Task Reply_WhileTheClockStands_CountsWhatStoodStill()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var above = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        await AskAsync(handler, reference, "暂停计时", ("到哪天", "2026-10-20"));
        await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/clock/decide"), "同意");
        site.Clock.Set(new DateTimeOffset(2026, 9, 29, 2, 0, 0, TimeSpan.Zero));
        var later = await site.StaffBrowserAsync(Role.Handler, city.Courier);
        await later.PressAsync(await later.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "修好了，请看看。"));
        var request = await given.ReadAsync(reference);
        request.State.ShouldBe(RequestState.Replied);
        request.DueAt.ShouldBeGreaterThan(request.RepliedAt!.Value);
    }

    private static async Task<PageAnswer> AskAsync(Browser handler, string reference, string kind, (string Label, string Value) more)
    {
        var code = kind switch { "暂停计时" => "pause", "延期" => "extension", _ => "deferral" };
        return await handler.PressAsync(
            await handler.GetAsync($"/desk/requests/{reference}/clock/ask"), "交上去批", (kind, code), more, ("原因", "劳动能力鉴定要等结果"), ("凭什么", "鉴定受理通知书"));
    }

    private async Task<string> AtCourierAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        return reference;
    }

    private Task SweepAsync() => site.WithAsync<UnionHall.Requests.Jobs.SweepClocks>(job => job.RunAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Post_OfTwoAtTheSameInstant_TakesOne_AndTellsTheOther()
    {
        var reference = await AtCourierAsync();
        var (one, other) = (await city.AsAsync(Role.Handler, city.Courier), await city.AsAsync(Role.Chair, city.Courier));
        var answers = await site.AtOnceAsync(
            "clock_ask",
            () => AskAsync(one, reference, "暂停计时", ("到哪天", "2026-09-25")),
            () => AskAsync(other, reference, "挂账", ("到哪天", "2026-09-28")));
        answers.Count(answer => answer.Text.Contains("申请交上去了", StringComparison.Ordinal)).ShouldBe(1);
        var refused = answers.Single(answer => !answer.Text.Contains("申请交上去了", StringComparison.Ordinal));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Text.ShouldContain("这件刚刚又有了新动静");
        refused.ValueOf("原因").ShouldBe("劳动能力鉴定要等结果");
        (await site.CountAsync($"clock_ask a join request r on r.id = a.request_id where r.reference = '{reference}'")).ShouldBe(1);
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'clock-asked'")).ShouldBe(1);
    }
}
