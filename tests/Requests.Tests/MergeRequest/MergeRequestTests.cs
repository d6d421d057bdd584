using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.MergeRequest;

/// <summary>并案: two requests of one matter, handled as one, both threads whole; and out again as they went in.</summary>
public sealed class MergeRequestTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
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
    public async Task Merged_LeavesTheOpenLists_CountsOnce_AndBothThreadsAreReadFromBoth()
    {
        var (head, other) = await TwoAsync();
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var page = await street.GetAsync($"/desk/requests/{other}/merge?target={head}");
        page.Text.ShouldContain("那一件，留下来办");
        page.Text.ShouldContain("并着的时间不算停表");
        var before = await OpenAsync(street);

        var done = await street.PressAsync(page, "并过去", ("几位职工说的是同一件事", "on"), ("凭什么看出来的", "同一个班组，同一个月的工资"));

        done.Path.ShouldBe($"/desk/requests/{other}");
        done.Text.ShouldContain("已并走");
        done.Text.ShouldContain("不是同一件，拆出来");
        (await OpenAsync(street)).ShouldBe(before - 1);
        (await street.GetAsync("/desk/requests?view=all")).Text.ShouldNotContain("工资条上也没有");
        (await street.GetAsync("/desk/requests?view=merged")).Text.ShouldContain("工资条上也没有");
        (await street.GetAsync($"/desk/requests?view=all&q={other}")).Text.ShouldContain("工资条上也没有");
        var kept = await street.GetAsync($"/desk/requests/{head}");
        kept.Text.ShouldContain("还有 1 件并在这里，一起答复");
        kept.Text.ShouldContain("工资条上也没有");
        kept.Text.ShouldContain("同一个班组，同一个月的工资");
        done.Text.ShouldContain("同一个班组，同一个月的工资");
        (await site.CountAsync($"audit_entry where what in ('request-merged', 'request-absorbed') and subject_id in (select id from request where reference in ('{head}', '{other}'))")).ShouldBe(2);
    }

    [Fact]
    public async Task Unmerged_IsWhatItWas_WithTheOldDeadline_AndTheLedgerSaysWhy()
    {
        var (head, other) = await TwoAsync();
        await given.DispatchedAsync(other, city.Courier, days: 1);
        var before = await given.ReadAsync(other);
        await given.MergedAsync(other, head);
        site.Clock.Advance(TimeSpan.FromDays(10));
        await given.ChangedAsync(other, request => request.Supplement("又拖了一周", Actor.Visitor(null), site.Clock.GetUtcNow()));
        var street = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);

        var page = await street.PressAsync(await street.GetAsync($"/desk/requests/{other}/unmerge"), "拆出来", ("为什么拆", "不是一个月的工资"));

        page.Path.ShouldBe($"/desk/requests/{other}");
        var after = await given.ReadAsync(other);
        (after.State, after.CurrentUnit, after.DueAt, after.NextDueAt, after.HeadId).ShouldBe((before.State, before.CurrentUnit, before.DueAt, before.NextDueAt, null));
        after.Orders.Select(order => (order.Id, order.FinishedAt)).ShouldBe(before.Orders.Select(order => (order.Id, order.FinishedAt)), ignoreOrder: true);
        (await given.ReadAsync(head)).Joined.ShouldBe(0);
        (await site.CountAsync($"clock_entry c join request r on r.id = c.request_id where r.reference = '{other}' and c.kind = 'unmerged' and c.reason = '不是一个月的工资' and c.due_before = c.due_after")).ShouldBeGreaterThan(0);
        page.Text.ShouldContain("又拖了一周");
        (await street.GetAsync($"/desk/requests/{head}")).Text.ShouldNotContain("又拖了一周");
    }

    [Fact]
    public async Task TheWorkerUnderAnother_SeesTheUnionsWords_NeverTheOtherWorkers_AndGivesHisOwn()
    {
        var first = await site.FiledAsync("overtime-pay", "实名", "八月的加班费没有发，主管说下个月。");
        var second = await site.FiledAsync("overtime-pay", "实名", "加班费两个月没见到，问了没有人理。");
        await given.MergedAsync(second.Reference, first.Reference);
        await site.DeskAsync(first.Reference, (request, actor, at) => request.Ask("您是哪个班组的？", actor, at));
        await site.DeskAsync(first.Reference, (request, actor, at) => request.Answer("我是夜班的老赵。", Actor.Visitor(null), at));
        await site.ReplyAsync(first.Reference, "加班费今天补发了。");
        using var worker = await site.FollowerAsync(second);

        var page = await worker.GetAsync($"/requests/track/{second.Reference}");

        page.Text.ShouldContain("和别的职工说的同一件事并在一起");
        page.Text.ShouldContain("加班费今天补发了。");
        page.Text.ShouldNotContain("老赵");
        page.Text.ShouldNotContain("哪个班组");
        page.Text.ShouldNotContain("主管说下个月");
        page.Text.ShouldNotContain(first.Reference);
        var said = await worker.PressAsync(await worker.GetAsync(page.LinkTo("说说办得怎么样")), "说完了", ("没解决", "on"), ("不满意", "on"));
        said.Text.ShouldContain("记下了");
        (await site.CountAsync($"worker_word w join request r on r.id = w.request_id where r.reference = '{second.Reference}' and w.solved = 'unsolved'")).ShouldBe(1);
        await site.RunJobsAsync();
        (await site.CountAsync($"follow_up f join request r on r.id = f.request_id where r.reference = '{second.Reference}'")).ShouldBe(0);
    }

    [Fact]
    public async Task WhoReachesTheHead_ReachesWhatIsUnderIt_AsLongAsItIs()
    {
        var head = await given.SubmittedAsync(city.Courier, "食堂的菜是凉的。");
        var other = await given.SubmittedAsync(city.Restaurant, "食堂的饭菜都凉了。");
        var qingxi = await city.AsAsync(Role.Handler, city.Qingxi);
        (await qingxi.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await given.MergedAsync(other, head);
        (await qingxi.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.OK);
        await given.DispatchedAsync(head, city.Courier);
        var courier = await city.AsAsync(Role.Handler, city.Courier);
        (await courier.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.OK);

        (await qingxi.PressAsync(await (await city.AsAsync(Role.Handler, city.Wangjiang)).GetAsync($"/desk/requests/{other}/unmerge"), "拆出来", ("为什么拆", "两个食堂"))).Status.ShouldNotBe(HttpStatusCode.InternalServerError);
        var wangjiang = await city.AsAsync(Role.Handler, city.Wangjiang);
        await wangjiang.PressAsync(await wangjiang.GetAsync($"/desk/requests/{other}/unmerge"), "拆出来", ("为什么拆", "两个食堂"));
        (await given.ReadAsync(other)).HeadId.ShouldBeNull();
        (await qingxi.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await courier.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await wangjiang.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AUnitThatHasTheHeadItself_HasWhatIsUnderItItself()
    {
        var head = await given.SubmittedAsync(city.Anhe, "区里的疗养名额怎么分的。");
        var other = await given.SubmittedAsync(city.Courier, "疗养名额怎么分的。");
        (await given.ReadAsync(head)).CurrentUnit.ShouldBe(city.Anhe);
        await given.MergedAsync(other, head);
        (await site.CountAsync($"request_reach x join request r on r.id = x.request_id where r.reference = '{other}' and x.unit_id = '{city.Anhe}' and x.direct")).ShouldBe(1);
        var only = await site.StaffBrowserAsync(Role.Handler, city.Anhe, "只管本级", wholeSubtree: false);
        (await only.GetAsync($"/desk/requests/{other}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("收到，谢谢", false)]
    [InlineData("收到，谢谢领导！", false)]
    [InlineData("发了又扣回去了，说是发错账户，还要我们写欠条。", true)]
    public async Task WhatComesUnderAnEndedHead_OpensItOnNewFactsOnly(string words, bool opens)
    {
        var first = await site.FiledAsync("overtime-pay", "实名");
        await site.ReplyAsync(first.Reference);
        await site.DeskAsync(first.Reference, (request, _, at) => request.ConfirmSolved(Rating.Satisfied, null, Actor.Visitor(null), at));
        var second = await site.FiledAsync("overtime-pay", "实名");
        await given.MergedAsync(second.Reference, first.Reference, MergeKind.SamePerson);
        using var worker = await site.FollowerAsync(second);

        await worker.PressAsync(await worker.GetAsync($"/requests/track/{second.Reference}/supplement"), "补充上去", ("又有什么情况", words));

        (await site.RequestAsync(first.Reference)).State.ShouldBe(opens ? RequestState.Dispatched : RequestState.Closed);
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{second.Reference}' and t.kind = 'supplemented'")).ShouldBe(1);
    }

    [Fact]
    public async Task WhyNot_IsTheSameForTheAdministratorAsForTheDesk()
    {
        var head = await given.SubmittedAsync(city.Restaurant, "食堂的菜是凉的。");
        var account = await site.StaffAsync("away.person");
        var other = await given.SubmittedAsync(city.Courier, "食堂的饭菜都凉了。");
        await site.ExecuteAsync($"insert into accused (id, request_id, account, name) select gen_random_uuid(), id, '{account.Value}', '某人' from request where reference = '{head}'");
        await given.MergedAsync(other, head);
        var subject = (await site.WithAsync<IEnumerable<Organisation.IAccessSubject>, Organisation.AccessSubject?>(all => all.Single(one => one.Kind == "request").FindAsync(other, stop)))!;
        subject.Units.Select(place => place.Unit).ShouldBe([city.Qingxi, city.Wangjiang], ignoreOrder: true);
        subject.Hidden.ShouldHaveSingleItem().ShouldBe(new Organisation.AccessPerson(account, "按回避规定"));
    }

    [Fact]
    public async Task AHiddenWorker_StaysHiddenFromHisOwnUnion_AndAReportNeverComesNearIt()
    {
        var head = await given.SubmittedAsync(city.Courier, "宿舍没有热水。");
        var hidden = await given.SubmittedAsync(city.Courier, "宿舍洗澡没热水。", visibility: Visibility.Hidden, name: "赵铁山");
        await given.MergedAsync(hidden, head);
        await given.DispatchedAsync(head, city.Courier);
        var own = await city.AsAsync(Role.Chair, city.Courier);
        foreach (var address in new[] { head, hidden })
        {
            var page = await own.GetAsync($"/desk/requests/{address}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Body.ShouldNotContain("赵铁山");
        }

        (await own.GetAsync($"/desk/requests/{hidden}/open-identity")).HasButton("看，并告诉他").ShouldBeFalse();

        var report = await given.SubmittedAsync(city.Courier, "工会的慰问品被人拿走了。", service: "general-report", visibility: Visibility.Hidden);
        var street = await city.AsAsync(Role.Dispatcher, city.City);
        var refused = await MergeAsync(street, report, head);
        refused.Text.ShouldContain("或者到过举报人自己单位的工会");
        (await given.ReadAsync(report)).IsMerged.ShouldBeFalse();

        var clean = await given.SubmittedAsync(city.Courier, "慰问品没有发到手里。");
        await given.MergedAsync(report, clean);
        var barred = await street.PostFormAsync(await street.GetAsync("/desk/requests/register"), $"/desk/requests/{clean}/dispatch", ("Form.Unit", city.Courier.Value.ToString()), ("Form.Days", "2"));
        barred.Text.ShouldContain("举报件不能派给");
        (await own.GetAsync($"/desk/requests/{report}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhatMayNotBeMerged_IsRefusedInWords()
    {
        var (head, other) = await TwoAsync();
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        (await MergeAsync(street, other, other)).Text.ShouldContain("这就是您打开的这一件");
        (await MergeAsync(street, other, "2026-999999")).Text.ShouldContain("没有找到这个编号");
        var far = await given.SubmittedAsync(city.Restaurant);
        (await MergeAsync(street, other, far)).Text.ShouldContain("没有找到这个编号");
        (await MergeAsync(street, other, head, kind: "")).Text.ShouldContain("选一下：是同一个人");
        (await MergeAsync(street, other, head, why: " ")).Text.ShouldContain("写一句为什么是同一件");
        var ended = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(ended);
        await given.ConfirmedAsync(ended);
        (await MergeAsync(street, other, ended)).Text.ShouldContain("那一件已经办结了");
        await given.MergedAsync(other, head);
        (await MergeAsync(street, head, ended, kind: "same-person")).Text.ShouldContain("有别的件并在这件里");
        (await MergeAsync(street, other, head)).Text.ShouldContain("已并走");
        var third = await given.SubmittedAsync(city.Courier);
        (await MergeAsync(street, third, other)).Text.ShouldContain("那一件自己也并在别的件里");
    }

    [Fact]
    public async Task TheHeadTakenBackByItsWorker_LetsTheOthersGo()
    {
        var first = await site.FiledAsync("overtime-pay", "实名");
        var second = await site.FiledAsync("overtime-pay", "匿名");
        await given.MergedAsync(second.Reference, first.Reference);
        using var worker = await site.FollowerAsync(first);
        await worker.PressAsync(await worker.GetAsync($"/requests/track/{first.Reference}/withdraw"), "撤回");

        (await site.RequestAsync(first.Reference)).State.ShouldBe(RequestState.Withdrawn);
        var other = await site.RequestAsync(second.Reference);
        (other.State, other.HeadId).ShouldBe((RequestState.Submitted, null));
    }

    [Fact]
    public async Task TwoAtOnce_OneMergesTheOtherIsTold()
    {
        var (head, other) = await TwoAsync();
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var (there, back) = (await street.GetAsync($"/desk/requests/{other}/merge?target={head}"), await street.GetAsync($"/desk/requests/{head}/merge?target={other}"));
        await Task.WhenAll(
            street.PressAsync(there, "并过去", ("几位职工说的是同一件事", "on"), ("凭什么看出来的", "一样")),
            street.PressAsync(back, "并过去", ("几位职工说的是同一件事", "on"), ("凭什么看出来的", "一样")));
        RequestState[] states = [(await given.ReadAsync(head)).State, (await given.ReadAsync(other)).State];
        states.Count(state => state == RequestState.Merged).ShouldBe(1);
    }

    [Fact]
    public async Task SaidTwiceByOnePerson_IsBelievedOnlyWhereTheyAgree()
    {
        var (head, other) = await TwoAsync();
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        (await MergeAsync(street, other, head, kind: "same-person")).Text.ShouldContain("不是同一位职工");
        var ended = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(ended);
        await given.ConfirmedAsync(ended);
        var nameless = await given.SubmittedAsync(city.Courier, visibility: Visibility.Anonymous, name: null, phone: null);
        (await MergeAsync(street, nameless, ended, kind: "same-person")).Text.ShouldContain("核不出是不是同一位职工");
        (await MergeAsync(street, nameless, head, kind: "same-person")).Text.ShouldContain("已并走");
    }

    [Fact]
    public async Task WhatCannotBeMerged_IsToldBeforeKindAndReasonAreAsked()
    {
        var about = await given.SubmittedAsync(city.Courier, "主席少发了慰问金。", accused: "清溪街道总工会");
        var there = await given.SubmittedAsync(city.Courier, "慰问金少了。");
        var above = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var page = await above.GetAsync($"/desk/requests/{about}/merge?target={there}");
        page.Text.ShouldContain("这两件并不了");
        page.Text.ShouldContain("不能并，请分开办");
        page.HasButton("并过去").ShouldBeFalse();
        (await given.ReadAsync(about)).IsMerged.ShouldBeFalse();
        var (head, other) = await TwoAsync();
        (await above.GetAsync($"/desk/requests/{other}/merge?target={head}")).HasButton("并过去").ShouldBeTrue();
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference in ('{head}', '{other}') and t.kind in ('merged', 'took-in')")).ShouldBe(0);
    }

    private async Task<(string Head, string Other)> TwoAsync() =>
        (await given.SubmittedAsync(city.Courier, "八月的工资没有发，二十三个人。"), await given.SubmittedAsync(city.Courier, "我们八月的工资也没有，工资条上也没有。", name: "李小满", phone: "19900001012"));

    private static async Task<PageAnswer> MergeAsync(Browser browser, string other, string into, string kind = "same-matter", string why = "一样的事") => await browser.PostFormAsync(
        await browser.GetAsync("/desk/requests/register"), $"/desk/requests/{other}/merge", ("Form.Target", into), ("Form.Kind", kind), ("Form.Reason", why));

    private async Task<long> OpenAsync(Browser browser)
    {
        (await browser.GetAsync("/desk/requests")).Status.ShouldBe(HttpStatusCode.OK);
        return await site.CountAsync($"request_reach where unit_id = '{city.Qingxi.Value}' and is_open");
    }
}
