using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.CallWorker;

/// <summary>回访: by somebody else, on different days, unreachable as its own outcome, and what "not solved" does.</summary>
public sealed class CallWorkerTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private GivenFollowUps calls = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
        calls = new GivenFollowUps(site, city);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ThreeTimesNobodyAnswers_OnDifferentDays_IsUnreachable_AndNeverSatisfied()
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        (await caller.PressAsync(await calls.OpenAsync(caller, reference), "没人接")).Path.ShouldStartWith("/desk/follow-ups");

        var again = await caller.PressAsync(await calls.OpenAsync(caller, reference), "没人接");
        again.Text.ShouldContain("今天已经打过一次，没打通。换一天再打");
        (await calls.OfAsync(reference)).Attempts.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromDays(1));
        caller = await site.StaffBrowserAsync(Role.FollowUpCaller, city.City);
        await caller.PressAsync(await calls.OpenAsync(caller, reference), "没人接");
        (await calls.OfAsync(reference)).State.ShouldBe(FollowUpState.Open);
        site.Clock.Advance(TimeSpan.FromDays(1));
        caller = await site.StaffBrowserAsync(Role.FollowUpCaller, city.City);
        await caller.PressAsync(await calls.OpenAsync(caller, reference), "没人接");

        var ended = await calls.OfAsync(reference);
        (ended.State, ended.Solved, ended.Rating).ShouldBe((FollowUpState.Unreachable, null, null));
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Closed);
        (await calls.OpenAsync(caller, reference)).Text.ShouldContain("联系不上");
    }

    [Fact]
    public async Task WhatWasHeard_IsStillThere_WhenAnotherWasFaster()
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        var page = await calls.OpenAsync(caller, reference);
        await calls.AnswerAsync(await site.StaffBrowserAsync(Role.FollowUpCaller, city.City, "孙快"), reference);
        var late = await caller.PressAsync(page, "存下", ("联系过", "on"), ("解决了", "on"), ("满意", "on"), ("他还说了什么", "谢谢大家"));
        late.Document.QuerySelector("textarea[readonly]")!.TextContent.ShouldBe("谢谢大家");
    }

    [Fact]
    public async Task WhoHandledTheCase_IsRefused()
    {
        var account = await site.StaffAsync("zhao-caller", "赵安");
        await site.PostAsync(account, "赵安", Role.FollowUpCaller, city.City);
        await site.PostAsync(account, "赵安", Role.Dispatcher, city.City);
        using var browser = await site.SignedInAsync("zhao-caller");
        await site.ExecuteAsync("update sampling_rule set percent = 100 where reason = 'confirmed'");
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference, new Actor(account, "赵同志", []));
        await given.ConfirmedAsync(reference);
        await site.RunJobsAsync();

        var page = await calls.OpenAsync(browser, reference);
        page.Text.ShouldContain("这件您经办过，回访要由没有办过的人来打");
        page.HasButton("存下").ShouldBeFalse();
        var posted = await browser.PostFormAsync(await browser.GetAsync("/requests/submit"), page.Path, ("Form.Outcome", "no-answer"));
        posted.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await calls.OfAsync(reference)).Attempts.ShouldBe(0);
        (await site.CountAsync("follow_up_attempt where outcome = 'barred'")).ShouldBe(1);
    }

    [Fact]
    public async Task WhoHandlesAtTheUnit_IsRefusedToo()
    {
        var reference = await calls.ConfirmedAsync();
        var account = await site.StaffAsync("qian-caller", "钱安");
        await site.PostAsync(account, "钱安", Role.FollowUpCaller, city.City);
        await site.PostAsync(account, "钱安", Role.Handler, city.Courier);
        using var browser = await site.SignedInAsync("qian-caller");

        (await calls.OpenAsync(browser, reference)).Text.ShouldContain("您在办这件事的单位里经办诉求，回访要由别人来打");
    }

    [Fact]
    public async Task NotSolved_OpensItAgainAtTheSameUnit_WithALimitOfItsOwn_TheSecondTimeAtTheUnitAbove()
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        (await calls.OpenAsync(caller, reference)).Text.ShouldContain("回到顺启快运分拨中心工会重办");
        await calls.AnswerAsync(caller, reference, "没解决", "基本满意", remarks: "微波炉还是凉的");

        var request = await given.ReadAsync(reference);
        (request.State, request.CurrentUnit, request.Reworks, request.Disputes, request.Reference).ShouldBe((RequestState.Dispatched, city.Courier, 1, 0, reference));
        request.NextDueAt.ShouldBe(request.CurrentOrder!.DueAt);
        request.NextDueAt.ShouldBeGreaterThan(site.Clock.GetUtcNow().AddDays(2));
        await site.RunJobsAsync();
        (await (await city.AsAsync(Role.Handler, city.Courier)).GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("回访时职工说没解决，转到顺启快运分拨中心工会重办");

        await calls.AnsweredAsync(reference);
        var second = await calls.OfAsync(reference);
        (second.Round, second.Reason).ShouldBe((2, FollowUpReason.Reworked));
        (await calls.OpenAsync(caller, reference)).Text.ShouldContain("交给上一级清溪街道总工会");
        await calls.AnswerAsync(caller, reference, "解决一部分", "不满意", "没有");

        request = await given.ReadAsync(reference);
        (request.State, request.CurrentUnit, request.Reworks, request.InDispute).ShouldBe((RequestState.Disputed, city.Qingxi, 2, true));
        (await site.CountAsync($"timeline_entry where kind = 'reworked' and is_public and request_id = '{request.Id.Value}'")).ShouldBe(2);
    }

    [Fact]
    public async Task ThePhone_IsShownOnlyWhenAskedFor_AndThatIsOnRecord()
    {
        var reference = await calls.ConfirmedAsync(phone: "19900007788");
        var caller = await calls.CallerAsync();
        var page = await calls.OpenAsync(caller, reference);
        page.Text.ShouldContain("尾号 7788");
        page.Body.ShouldNotContain("19900007788");

        var shown = await caller.PressAsync(page, "显示号码");
        shown.LinkTo("拨打").ShouldBe("tel:19900007788");
        (await site.CountAsync("audit_entry where what = 'phone-shown'")).ShouldBeGreaterThan(0);
        (await caller.GetAsync("/desk/follow-ups")).Text.ShouldContain("在打");
        await caller.PressAsync(shown, "存下", ("联系过", "on"), ("解决了", "on"), ("满意", "on"));
        (await calls.OfAsync(reference)).State.ShouldBe(FollowUpState.Done);
    }

    [Fact]
    public async Task ASealedWorker_IsNeverCalled_AndCountsAsUnreachableWhenHisPageGotNoAnswer()
    {
        var reference = await calls.ConfirmedAsync(Visibility.Hidden);
        var caller = await calls.CallerAsync();
        var page = await calls.OpenAsync(caller, reference);
        page.Text.ShouldContain("不打电话");
        page.HasButton("显示号码").ShouldBeFalse();
        (await caller.GetAsync("/desk/follow-ups?view=own")).Text.ShouldContain("一位职工");

        site.Clock.Advance(TimeSpan.FromDays(12));
        await site.WithAsync<GiveUpFollowUps>(job => job.RunAsync(TestContext.Current.CancellationToken));
        (await calls.OfAsync(reference)).State.ShouldBe(FollowUpState.Unreachable);
    }

    [Fact]
    public async Task PutOff_ComesBackAtTheAgreedTime_AndIsNoTryInVain()
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        await caller.PressAsync(await calls.OpenAsync(caller, reference), "到时再打", ("约在什么时候", "2026-09-18T16:30"));

        (await caller.GetAsync("/desk/follow-ups?view=later")).Text.ShouldContain("今天 16:30 再打");
        (await calls.OfAsync(reference)).Attempts.ShouldBe(0);
        await calls.AnswerAsync(caller, reference);
        (await calls.OfAsync(reference)).State.ShouldBe(FollowUpState.Done);
    }

    [Fact]
    public async Task AWrongAnswer_IsTold_AndKeepsWhatWasChosen()
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        var page = await caller.PressAsync(await calls.OpenAsync(caller, reference), "存下", ("联系过", "on"));
        page.Text.ShouldContain("选一下：解决了没有。");
        page.Document.QuerySelector("input[name='Form.Contacted'][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task NotSolved_AfterTheUnitThatAnsweredWasClosed_GoesToTheOneAbove()
    {
        var reference = await calls.ConfirmedAsync();
        (await site.CloseAsync(city.Courier)).Refusal.ShouldBeNull();
        await site.RunJobsAsync();
        await calls.AnswerAsync(await calls.CallerAsync(), reference, "没解决", "不满意");

        var request = await given.ReadAsync(reference);
        (request.State, request.CurrentUnit, request.Reworks).ShouldBe((RequestState.Dispatched, city.Qingxi, 1));
    }

    [Fact]
    public async Task WhileSomebodyCalls_NobodyElseDoes_UntilHalfAnHourHasPassed()
    {
        var reference = await calls.ConfirmedAsync();
        var first = await calls.CallerAsync();
        await first.PressAsync(await calls.OpenAsync(first, reference), "显示号码");
        using var second = await site.StaffBrowserAsync(Role.FollowUpCaller, city.City, "何洁");
        var refused = await second.PressAsync(await calls.OpenAsync(second, reference), "显示号码");
        refused.Text.ShouldContain("李同志正在打这个电话");
        refused.Body.ShouldNotContain("tel:");
        (await second.PressAsync(await calls.OpenAsync(second, reference), "没人接")).Text.ShouldContain("李同志正在打这个电话");
        (await calls.AnswerAsync(second, reference)).Text.ShouldContain("李同志正在打这个电话");

        site.Clock.Advance(TimeSpan.FromMinutes(31));
        using var later = await site.StaffBrowserAsync(Role.FollowUpCaller, city.City, "何洁");
        (await later.GetAsync("/desk/follow-ups")).Text.ShouldNotContain("李同志在打");
        (await later.PressAsync(await calls.OpenAsync(later, reference), "显示号码")).Body.ShouldContain("tel:");
    }

    [Fact]
    public async Task PutOffAgainAndAgain_IsRefusedAfterTheMostTries()
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        for (var time = 1; time <= 3; time++)
        {
            await caller.PressAsync(await calls.OpenAsync(caller, reference), "到时再打", ("约在什么时候", $"2026-09-18T16:3{time}"));
        }

        (await calls.OfAsync(reference)).PutsOff.ShouldBe(3);
        (await caller.PressAsync(await calls.OpenAsync(caller, reference), "到时再打", ("约在什么时候", "2026-09-18T16:40"))).Text.ShouldContain("已经改约过 3 次，不能再约");
    }

    [Theory]
    [InlineData("own", "'own-page', 'open', null")]
    [InlineData("later", "'call', 'open', null")]
    [InlineData("ended", "'call', 'done', now()")]
    public async Task ALongList_IsReadToItsEnd(string view, string kind)
    {
        var reference = await calls.ConfirmedAsync();
        var caller = await calls.CallerAsync();
        var id = (await calls.OfAsync(reference)).Id;
        await site.ExecuteAsync($"""
            insert into follow_up (id, request_id, round, unit_id, reason, rule_id, planned_at, call_from, due_at, in_time, means, state, ended_at)
            select gen_random_uuid(), request_id, 100 + n, unit_id, reason, rule_id, planned_at, '2027-01-01', '2027-02-01', true, {kind}
            from follow_up, generate_series(1, 120) n where id = '{id}'
            """);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var page = await caller.GetAsync($"/desk/follow-ups?view={view}");
        for (var pages = 1; ; pages++)
        {
            seen.UnionWith(page.Document.QuerySelectorAll("[data-row] a").Select(link => link.GetAttribute("href")!));
            if (page.Document.QuerySelector("nav.uh-pager a[rel=next]")?.GetAttribute("href") is not { } next)
            {
                pages.ShouldBe(3);
                break;
            }

            page = await caller.GetAsync(next);
        }

        seen.Count.ShouldBe(120);
    }

    [Fact]
    public async Task AnotherDistrictsCaller_FindsNothing_AndAHandlerHasNoList()
    {
        var reference = await calls.ConfirmedAsync();
        var other = await city.AsAsync(Role.FollowUpCaller, city.Donghu);
        (await calls.OpenAsync(other, reference)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync("/desk/follow-ups")).Text.ShouldNotContain("王师傅");
        (await (await city.AsAsync(Role.Handler, city.Courier)).GetAsync("/desk/follow-ups")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
