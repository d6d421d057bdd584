using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ShareRequest;

/// <summary>给外面看: one field after the other, never who it is, as it stood then, until a day; every look on record.</summary>
public sealed class ShareTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private Browser street = null!;
    private string reference = "";

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
        street = await city.AsAsync(Role.Handler, city.Qingxi);
        reference = await given.SubmittedAsync(city.Courier, "八月的工资没有发，二十三个人。");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task OnlyWhatWasPicked_IsRead_AndEachLookIsKept()
    {
        var address = await SharedAsync(("哪类事", "true"));
        using var outside = site.NewBrowser();
        var page = await outside.GetAsync(address);
        page.Text.ShouldContain("投诉");
        page.Text.ShouldContain("仅供 区劳动监察大队 赵队 使用");
        page.Text.ShouldNotContain("二十三个人");
        page.Body.ShouldNotContain("王大力");
        page.Body.ShouldNotContain("19900001011");
        page.Body.ShouldNotContain(reference);
        using var raw = await outside.SendRawAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)));
        raw.Headers.GetValues("X-Robots-Tag").ShouldContain("noindex, nofollow, noarchive");
        raw.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        raw.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await street.GetAsync(At)).Text.ShouldContain("看过 2 次");
        (await site.CountAsync($"request_share where encode(token_print, 'escape') like '%{address[^20..]}%'")).ShouldBe(0);
        (await street.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("给区劳动监察大队 赵队看");
    }

    [Fact]
    public async Task NothingIsPickedBeforehand_AndEachMistakeIsToldAtItsField()
    {
        var page = await street.GetAsync(At);
        page.Document.QuerySelectorAll("input[type=checkbox][checked]").ShouldBeEmpty();
        page.Text.ShouldNotContain("姓名");
        (await street.PressAsync(page, "给一个到期就失效的地址")).ErrorAt("给谁看").ShouldNotBeNull();
        (await street.PressAsync(page, "给一个到期就失效的地址", ("给谁看", "监察"))).ErrorAt("为什么").ShouldNotBeNull();
        (await street.PressAsync(page, "给一个到期就失效的地址", ("给谁看", "监察"), ("为什么", "联合办"), ("看几天", "400"))).ErrorAt("看几天").ShouldNotBeNull();
        (await street.PressAsync(page, "给一个到期就失效的地址", ("给谁看", "监察"), ("为什么", "联合办"), ("看几天", "7"))).Text.ShouldContain("一样也没勾");
        (await site.CountAsync($"request_share s join request r on r.id = s.request_id where r.reference = '{reference}'")).ShouldBe(0);
    }

    [Fact]
    public async Task ItExpires_AndItCanBeRevoked()
    {
        var (first, second) = (await SharedAsync(("标题", "true")), await SharedAsync(("标题", "true")));
        using var outside = site.NewBrowser();
        await street.PressAsync(await street.GetAsync(At), "收回");
        (await outside.GetAsync(second)).Status.ShouldBe(HttpStatusCode.Gone);
        (await outside.GetAsync(first)).Status.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromDays(8));
        (await outside.GetAsync(first)).Status.ShouldBe(HttpStatusCode.Gone);
        (await outside.GetAsync("/shared/xxxx")).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task TheMark_BearsTheDayInChina()
    {
        site.Clock.Set(ManualClock.Start.AddHours(10));
        street = await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "夜班");
        using var outside = site.NewBrowser();
        (await outside.GetAsync(await SharedAsync(("标题", "true")))).Text.ShouldContain("不得转给别人 · 2026-09-19 · 到");
    }

    [Fact]
    public async Task TheTextIsThatOfTheDay_AndTheAnswerIsAnInternalNote()
    {
        var address = await SharedAsync(("办到哪一步", "true"), ("请对方在那一页回话", "true"));
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        using var outside = site.NewBrowser();
        var page = await outside.GetAsync(address);
        page.Text.ShouldContain("待派单");
        page.Text.ShouldNotContain("办理中");
        (await outside.PressAsync(page, "发给工会")).ErrorAt("回话给工会").ShouldNotBeNull();
        await outside.PressWithFileAsync(page, "发给工会", "文件", "回执.txt", "已立案\n"u8.ToArray(), ("回话给工会", "我们已经立案，编号 88。"));
        var seen = await street.GetAsync($"/desk/requests/{reference}");
        seen.Text.ShouldContain("我们已经立案，编号 88。");
        seen.Text.ShouldContain("回执.txt");
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'outside-answered' and not t.is_public")).ShouldBe(1);
    }

    [Fact]
    public async Task WithoutTheCase_NobodyShares()
    {
        var other = await city.AsAsync(Role.Handler, city.Wangjiang);
        (await other.GetAsync(At)).Status.ShouldBe(HttpStatusCode.NotFound);
        var caller = await city.AsAsync(Role.FollowUpCaller, city.City);
        (await caller.GetAsync(At)).HasButton("给一个到期就失效的地址").ShouldBeFalse();
    }

    [Fact]
    public async Task OfAReport_NeitherWordsNorWhomItIsAbout_GoOut_AndNothingGoesToHim()
    {
        reference = await given.SubmittedAsync(city.Courier, "车间主任收了好处，" + Guid.CreateVersion7(), service: "general-report", visibility: Visibility.Hidden, accused: "顺启快运分拨中心工会");
        var district = await city.AsAsync(Role.Handler, city.Anhe);
        var page = await district.GetAsync(At);
        page.Text.ShouldContain("举报的原话、标题、反映的是谁和附件都不能给外面看");
        page.Text.ShouldNotContain("职工的原话");
        (await district.PressAsync(page, "给一个到期就失效的地址", ("给谁看", "顺启快运分拨中心工会 王主席"), ("为什么", "核实"), ("看几天", "7"), ("哪类事", "true"))).ErrorAt("给谁看").ShouldNotBeNull().ShouldContain("反映的就是对方");
    }

    [Fact]
    public async Task TheWorker_ReadsToWhomItWasGiven()
    {
        await SharedAsync(("哪类事", "true"));
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'shared' and t.is_public")).ShouldBe(1);
    }

    private string At => $"/desk/requests/{reference}/shares";

    private async Task<string> SharedAsync(params (string, string)[] picked)
    {
        var made = await street.PressAsync(await street.GetAsync(At), "给一个到期就失效的地址", [("给谁看", "区劳动监察大队 赵队"), ("为什么", "联合办这件事"), ("看几天", "7"), .. picked]);
        return new Uri(made.Document.GetElementById("share-address")!.TextContent.Trim()).AbsolutePath;
    }
}
