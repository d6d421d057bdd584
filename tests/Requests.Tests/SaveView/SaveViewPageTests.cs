using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.SaveView;

/// <summary>A list is put together with its count in sight, kept, changed and deleted.</summary>
public sealed class SaveViewPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        city = await GivenCity.BuildAsync(site);
        browser = await site.StaffBrowserAsync(Role.Handler, city.Qingxi);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheCount_FollowsTheChosenWords_AndStaysInScope()
    {
        await given.SubmittedAsync(city.Courier, "车间没有风扇，热得站不住。");
        await given.SubmittedAsync(city.Courier, "想问问加班费怎么算。", "general-consultation");
        await given.SubmittedAsync(city.Restaurant, "想问问病假怎么请。", "general-consultation");
        var page = await browser.GetAsync("/desk/requests/views?view=all");
        page.Text.ShouldContain("现在有 2 件");

        var narrowed = await browser.PressAsync(page, "先看有几件", ("类型", "咨询"), ("叫什么", "问事的"));
        narrowed.Text.ShouldContain("现在有 1 件");
        narrowed.Text.ShouldContain("加班费");
        narrowed.ValueOf("叫什么").ShouldBe("问事的");

        var told = await browser.SendRawAsync(new HttpRequestMessage(HttpMethod.Get, "/desk/requests/count?view=all&type=consultation") { Headers = { { "HX-Request", "true" } } });
        (await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("1 件");
    }

    [Fact]
    public async Task AKeptView_IsChangedAndDeleted_ByItsOwnerOnly()
    {
        var kept = await browser.PressAsync(await browser.GetAsync("/desk/requests/views?view=all&type=report"), "存下", ("叫什么", "举报"));
        kept.Path.ShouldBe("/desk/requests?view=all&type=report");
        var edit = (await browser.GetAsync("/desk/requests/views")).LinkTo("改“举报”");
        var form = await browser.GetAsync(edit);
        form.ValueOf("类型").ShouldBe("report");

        var changed = await browser.PressAsync(form, "存下", ("叫什么", "咨询的"), ("类型", "咨询"));
        changed.LinkTo("咨询的").ShouldBe("/desk/requests?view=all&type=consultation");
        changed.Text.ShouldNotContain("举报 ");

        var other = await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "陈芳");
        var theirs = await other.GetAsync(edit);
        theirs.ValueOf("叫什么").ShouldBeEmpty();
        theirs.Text.ShouldNotContain("咨询的");

        var gone = await browser.PressAsync(await browser.GetAsync("/desk/requests/views"), "删掉“咨询的”");
        gone.Text.ShouldContain("这个视图删掉了");
        (await browser.GetAsync("/desk/requests/views")).Text.ShouldContain("还没有存过");
    }

    [Fact]
    public async Task WithoutAName_NothingIsLost()
    {
        var refused = await browser.PressAsync(await browser.GetAsync("/desk/requests/views?view=late&type=report"), "存下", ("叫什么", " "));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.ErrorAt("叫什么").ShouldBe("给它起个名字。");
        refused.ValueOf("类型").ShouldBe("report");
    }
}
