using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.AssignRequest;

/// <summary>Who is there to take a case, and a hand-over that was a mistake.</summary>
public sealed class AssignRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        city = await GivenCity.BuildAsync(site);
        browser = await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "陈芳");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AColleagueWhoIsAway_IsShownWithHisStandIn_UntilHeIsBack()
    {
        var (away, standIn) = (await site.StaffAsync("away-1", "周立"), await site.StaffAsync("stand-in-1", "王敏"));
        await site.PostAsync(away, "周立", Role.Handler, city.Qingxi);
        var lastDay = ChinaTime.Today(site.Clock).AddDays(3);
        await site.LendAsync(away, standIn, "王敏", lastDay);
        var reference = await given.SubmittedAsync(city.Courier);

        var page = await browser.GetAsync($"/desk/requests/{reference}/assign");
        page.Text.ShouldContain($"不在，王敏代到 {lastDay.Month}月{lastDay.Day}日");
        page.Text.ShouldContain("，代周立");

        await given.AssignedAsync(reference, away);
        (await browser.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("不在，王敏代到");
        (await browser.GetAsync("/desk/requests?view=all&q=" + reference)).Text.ShouldContain("周立 不在，王敏代到");

        site.Clock.Advance(TimeSpan.FromDays(4));
        var later = await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "陈芳");
        var back = await later.GetAsync($"/desk/requests/{reference}/assign");
        back.Text.ShouldContain("放回");
        back.Text.ShouldNotContain("不在，");
        site.Clock.Set(ManualClock.Start);
    }

    [Fact]
    public async Task AnAssignment_IsTakenBack_AsLongAsItIsTheLast()
    {
        var colleague = await site.StaffAsync("colleague-1", "赵强");
        await site.PostAsync(colleague, "赵强", Role.Handler, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier);
        var form = await browser.GetAsync($"/desk/requests/{reference}/assign");
        var done = await browser.PressAsync(form, "转交", ("赵强", "true"));
        (await given.ReadAsync(reference)).Assignee.ShouldBe(colleague);

        (await browser.PressAsync(done, "撤回")).Text.ShouldContain("撤回了，和转交前一样。");
        (await given.ReadAsync(reference)).Assignee.ShouldBeNull();

        var again = await browser.PressAsync(await browser.GetAsync($"/desk/requests/{reference}/assign"), "转交", ("赵强", "true"));
        await given.AssignedAsync(reference, await site.StaffAsync("colleague-2", "孙丽"));
        (await browser.PressAsync(again, "撤回")).Text.ShouldContain("这件后来又转过手，撤不回了");
        (await given.ReadAsync(reference)).Assignee.ShouldNotBeNull();
    }

    [Fact]
    public async Task AnotherStreet_TakesNothingBack()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var other = await city.AsAsync(Role.Handler, city.Wangjiang);
        (await other.PostFormAsync(await other.GetAsync("/desk/requests"), $"/desk/requests/{reference}/assign/undo?given=&before=")).Text.ShouldContain("找不到");
    }
}
