using System.Globalization;
using System.Net;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ListRequests;

public sealed class ListRequestsPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_AsVisitor_AsksToSignIn() =>
        (await site.NewBrowser().GetAsync("/desk/requests")).Path.ShouldStartWith("/sign-in");

    [Fact]
    public async Task Get_WithoutPermission_IsRefused() =>
        (await (await city.AsAsync(Role.SystemAdmin, city.City)).GetAsync("/desk/requests")).Status.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Get_WithNothingThere_SaysSo() =>
        (await (await city.AsAsync(Role.Handler, city.Nanmen)).GetAsync("/desk/requests")).Text.ShouldContain("都办完了");

    [Fact]
    public async Task Get_ShowsAndCountsOwnUnitOnly()
    {
        var mine = await given.SubmittedAsync(city.Courier);
        var theirs = await given.SubmittedAsync(city.Restaurant);
        var page = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync("/desk/requests");
        page.Text.ShouldContain("1 件，最先到期的在前");
        page.Body.ShouldContain(mine);
        page.Body.ShouldNotContain(theirs);
        page.Text.ShouldContain("还剩 5 个工作日");
        var above = await (await city.AsAsync(Role.Dispatcher, city.Anhe)).GetAsync("/desk/requests");
        above.Body.ShouldContain(mine);
        above.Body.ShouldContain(theirs);
    }

    [Theory]
    [InlineData("微波炉")]
    [InlineData("王大力")]
    [InlineData("19900001011")]
    public async Task Search_FindsByWordsNameAndPhone_InOwnScopeOnly(string words)
    {
        var mine = await given.SubmittedAsync(city.Courier);
        var theirs = await given.SubmittedAsync(city.Restaurant);
        var hidden = await given.SubmittedAsync(city.Courier, "食堂的菜凉。", visibility: Visibility.Hidden);
        var page = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests?view=all&q={Uri.EscapeDataString(words)}");
        page.Body.ShouldContain(mine);
        page.Body.ShouldNotContain(theirs);
        page.Body.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task Search_OfTooManyWords_IsCut()
    {
        var page = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests?view=all&q={new string('微', 150)}");
        page.ValueOf("搜索").ShouldBe(new string('微', 100));
    }

    [Fact]
    public async Task Search_ByReference_FindsItOnlyInScope()
    {
        var theirs = await given.SubmittedAsync(city.Restaurant);
        var typed = Uri.EscapeDataString("诉 " + theirs);
        (await (await city.AsAsync(Role.Handler, city.Wangjiang)).GetAsync($"/desk/requests?view=all&q={typed}")).Text.ShouldContain("1 件");
        var page = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests?view=all&q={typed}");
        page.Text.ShouldContain("没有找到");
        page.Text.ShouldContain("0 件");
    }

    [Fact]
    public async Task Views_HoldWhatTheirNameSays()
    {
        var asked = await given.SubmittedAsync(city.Courier);
        await given.AskedAsync(asked);
        var done = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(done);
        await given.ConfirmedAsync(done);
        var waiting = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(waiting);
        var disputed = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(disputed);
        await given.DisputedAsync(disputed, city.Anhe);
        var secret = await given.SubmittedAsync(city.Courier, visibility: Visibility.Anonymous);
        var browser = await city.AsAsync(Role.Dispatcher, city.Anhe);
        await HoldsAsync("asked", asked, done);
        await HoldsAsync("closed", done, asked);
        await HoldsAsync("replied", waiting, done);
        await HoldsAsync("disputed", disputed, waiting);
        await HoldsAsync("sealed", secret, asked);

        async Task HoldsAsync(string view, string inside, string outside)
        {
            var page = await browser.GetAsync($"/desk/requests?view={view}");
            page.Body.ShouldContain(inside, customMessage: view);
            page.Body.ShouldNotContain(outside, customMessage: view);
        }
    }

    [Fact]
    public async Task Views_LateAndToday_FollowTheClock()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var browser = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        site.Clock.Set(new DateTimeOffset(2026, 9, 24, 1, 0, 0, TimeSpan.Zero));
        browser = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        (await browser.GetAsync("/desk/requests?view=today")).Body.ShouldContain(reference);
        site.Clock.Set(new DateTimeOffset(2026, 9, 24, 10, 0, 0, TimeSpan.Zero));
        browser = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        var late = await browser.GetAsync("/desk/requests?view=late");
        late.Body.ShouldContain(reference);
        late.Text.ShouldContain("已超");
        site.Clock.Set(ManualClock.Start);
    }

    [Fact]
    public async Task Filters_AreRemovableWordsOfTheAddress()
    {
        await given.SubmittedAsync(city.Courier);
        var browser = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await browser.GetAsync("/desk/requests?view=unit&type=report&channel=web&from=2026-09-01&to=2026-09-30&assignee=none&visibility=named&category=pay&service=general-report&state=submitted");
        page.Text.ShouldContain("这样筛没有");
        page.LinkTo("举报").ShouldNotContain("type=report");
        (await browser.GetAsync("/desk/requests?view=unit&type=complaint&channel=web&from=2026-09-18&to=2026-09-18&assignee=none&visibility=named&state=submitted")).Text.ShouldContain("1 件");
        (await browser.GetAsync($"/desk/requests?unit={city.Courier.Value}")).Text.ShouldContain("0 件");
        (await browser.GetAsync($"/desk/requests?unit={city.Wangjiang.Value}")).Text.ShouldContain("0 件");
        (await browser.GetAsync("/desk/requests?view=x&type=y&after=1.2.3&unit=z&from=26-1-1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_FollowEachOther_WithoutGapOrRepeat()
    {
        for (var at = 0; at < 53; at++)
        {
            await given.SubmittedAsync(city.Courier, $"第 {at} 件事");
        }

        var browser = await city.AsAsync(Role.Handler, city.Qingxi);
        foreach (var view in new[] { "unit", "all" })
        {
            var first = await browser.GetAsync($"/desk/requests?view={view}");
            first.Text.ShouldContain("第 1–50 / 53");
            var second = await browser.GetAsync(first.LinkTo("下一页"));
            second.Text.ShouldContain("第 51–53 / 53");
            var shown = References(first).Concat(References(second)).ToList();
            shown.Count.ShouldBe(53);
            shown.Distinct().Count().ShouldBe(53);
        }

        static IEnumerable<string> References(PageAnswer page) => page.Document.QuerySelectorAll("input[name='Form.Requests']").Select(box => box.GetAttribute("value")!);
    }

    [Fact]
    public async Task SeveralPosts_ShowEachRequestOnce()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        var account = await site.StaffAsync("two-posts");
        await site.PostAsync(account, "李敏", Role.Handler, city.Courier);
        await site.PostAsync(account, "李敏", Role.Handler, city.Qingxi, wholeSubtree: false);
        var page = await (await site.SignedInAsync("two-posts")).GetAsync("/desk/requests");
        page.Text.ShouldContain("1 件");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task APostWithoutTheSubtree_SeesOnlyWhatTheUnitHadItself()
    {
        var street = await given.SubmittedAsync(city.Courier);
        var page = await (await site.StaffBrowserAsync(Role.Handler, city.Anhe, wholeSubtree: false)).GetAsync("/desk/requests");
        page.Body.ShouldNotContain(street);
        var district = await given.SubmittedAsync(city.Courier, service: "general-report");
        (await (await site.StaffBrowserAsync(Role.Handler, city.Anhe, wholeSubtree: false)).GetAsync("/desk/requests")).Body.ShouldContain(district);
    }

    [Fact]
    public async Task Bulk_TellsWhatBecameOfEach()
    {
        var fresh = await given.SubmittedAsync(city.Courier);
        var taken = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(taken);
        var theirs = await given.SubmittedAsync(city.Restaurant);
        var browser = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await browser.GetAsync("/desk/requests");
        page.Document.QuerySelector("input[name='Form.Requests'][value='" + taken + "']")!.SetAttribute("checked", "checked");
        page.Document.QuerySelector("input[name='Form.Requests'][value='" + fresh + "']")!.SetAttribute("checked", "checked");
        var forged = page.Document.CreateElement("input");
        forged.SetAttribute("type", "hidden");
        forged.SetAttribute("name", "Form.Requests");
        forged.SetAttribute("value", theirs);
        page.Document.QuerySelector("#list")!.AppendChild(forged);
        var answer = await browser.PressAsync(page, "签收");
        answer.Title.ShouldBe("签收了 1 件，2 件没成");
        answer.Text.ShouldContain("不能签收");
        answer.Text.ShouldContain("找不到这件");
        (await given.ReadAsync(fresh)).State.ShouldBe(RequestState.Acknowledged);
        (await given.ReadAsync(theirs)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task OwnViews_AreKeptAndForgotten_PerPerson()
    {
        var browser = await city.AsAsync(Role.Handler, city.Qingxi);
        var list = await browser.GetAsync("/desk/requests?view=all&type=report");
        var form = await browser.GetAsync(list.LinkTo("存成视图"));
        var saved = await browser.PressAsync(form, "存下", ("叫什么", "本街道举报"));
        saved.Path.ShouldContain("type=report");
        saved.LinkTo("本街道举报").ShouldContain("type=report");
        var again = await browser.PressAsync(await browser.GetAsync(list.LinkTo("存成视图")), "存下", ("叫什么", "本街道举报"));
        again.Text.ShouldContain("已经有叫这个名字的视图");
        (await (await city.AsAsync(Role.Dispatcher, city.Qingxi)).GetAsync("/desk/requests")).Text.ShouldNotContain("本街道举报");
    }

    [Fact]
    public async Task OwnViews_KeepNoNameThatWasSearchedFor()
    {
        var browser = await site.StaffBrowserAsync(Role.Handler, city.Qingxi);
        var list = await browser.GetAsync($"/desk/requests?view=all&q={Uri.EscapeDataString("王大力")}&type=report");
        var form = await browser.GetAsync(list.LinkTo("存成视图"));
        form.Text.ShouldContain("搜的“王大力”不存进视图");
        var saved = await browser.PressAsync(form, "存下", ("叫什么", "举报的"));
        saved.LinkTo("举报的").ShouldBe("/desk/requests?view=all&type=report");
    }

    [Fact]
    public async Task OwnViews_OfAnEarlierBuild_LoseWhatWasSearchedFor()
    {
        foreach (var (name, query) in new[] { ("甲", "view=all&q=%E7%8E%8B&type=report"), ("乙", "view=all&q=%E7%8E%8B"), ("丙", "view=all&type=report") })
        {
            await site.ExecuteAsync($"insert into saved_view values (gen_random_uuid(), '{city.City}', '{name}', '{query}', now())");
        }

        await site.ExecuteAsync(((SchemaRunner)site.Services.GetService(typeof(SchemaRunner))!).Scripts().Single(script => script.Name == "Requests/0014-saved-views").Sql);

        (await site.CountAsync($"saved_view where account = '{city.City}' and query = 'view=all&type=report'")).ShouldBe(2);
        (await site.CountAsync($"saved_view where account = '{city.City}' and query = 'view=all'")).ShouldBe(1);
    }

    [Fact]
    public async Task TheAnsweredView_HoldsWhatTheWorkerSaidLast_WhateverThePlatformWroteSince()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await site.StaffBrowserAsync(Role.Handler, city.Qingxi);
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "签收");
        await given.AskedAsync(reference);
        await given.AnsweredAsync(reference);
        site.Clock.Set(new DateTimeOffset(2026, 9, 24, 10, 0, 0, TimeSpan.Zero));
        await site.WithAsync<SweepClocks>(sweep => sweep.RunAsync(TestContext.Current.CancellationToken));
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'breached'")).ShouldBe(1);
        site.Clock.Set(ManualClock.Start);

        (await handler.GetAsync("/desk/requests?view=answered")).Body.ShouldContain(reference);
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}?write=note"), "记下", ("内部记录", "看过了，在修。"));
        (await handler.GetAsync("/desk/requests?view=answered")).Body.ShouldNotContain(reference);
    }

    [Theory]
    [InlineData("from=0001-01-01&to=9999-12-31")]
    [InlineData("category=%00&service=%00")]
    [InlineData("after=99999999999999999999.x.1&state=nonsense&unit=1")]
    public async Task Get_WithWordsThatMeanNothing_ShowsTheList(string words)
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var page = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests?view=all&{words}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain(reference);
    }

    [Fact]
    public async Task Dates_BoundTheDayOfSubmission()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var today = ChinaTime.Today(site.Clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var yesterday = ChinaTime.Today(site.Clock).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await handler.GetAsync($"/desk/requests?view=all&from={today}&to={today}")).Body.ShouldContain(reference);
        (await handler.GetAsync($"/desk/requests?view=all&to={yesterday}")).Body.ShouldNotContain(reference);
    }
}
