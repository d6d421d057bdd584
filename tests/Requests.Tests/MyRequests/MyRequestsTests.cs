using UnionHall.Testing;

namespace UnionHall.Requests.Tests.MyRequests;

public sealed class MyRequestsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Get_ShowsOwnRequestsOfTheAccount_AndNotThoseOfOthers()
    {
        await site.CityAsync();
        await site.FiledAsync(words: "别人的事。");
        using var worker = await site.WorkerBrowserAsync("13900000011");
        await site.SubmitAsync(worker, visibility: "实名", words: "我自己的第一件事。");
        await site.SubmitAsync(worker, visibility: "对本单位保密", words: "我自己的第二件事。");
        using var elsewhere = await site.SignedInAsync("13900000011");

        var page = await elsewhere.GetAsync("/my/requests");

        page.Text.ShouldContain("我自己的第一件事");
        page.Text.ShouldContain("我自己的第二件事");
        page.Text.ShouldContain("9月24日 周四前给您答复");
        page.Text.ShouldNotContain("别人的事");
        (await elsewhere.GetAsync("/my/requests?state=ended")).Text.ShouldContain("还没有办完的事");
    }

    [Fact]
    public async Task Get_AsAVisitor_ShowsTheWaysIn()
    {
        using var browser = site.NewBrowser();

        var page = await browser.GetAsync("/my/requests");

        page.Text.ShouldContain("没有在办的事");
        page.LinkTo("凭编号和口令看进度").ShouldBe("/requests/track");
        page.LinkTo("登录").ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Get_PagesByKey()
    {
        using var worker = await site.WorkerBrowserAsync("13900000012");
        for (var i = 1; i <= 21; i++)
        {
            await site.SubmitAsync(worker, visibility: "实名", words: $"第{i:00}件事情。");
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await worker.GetAsync("/my/requests");
        first.Text.ShouldContain("第21件事情");
        first.Text.ShouldNotContain("第01件事情");
        (await worker.GetAsync(first.LinkTo("下一页"))).Text.ShouldContain("第01件事情");
    }

    [Fact]
    public async Task Claim_PutsANamedRequestIntoTheList_AndNoOther()
    {
        var named = await site.FiledAsync(visibility: "实名", words: "没登录时说的事。");
        var hidden = await site.FiledAsync();
        using var worker = await site.WorkerBrowserAsync("13900000013");
        var form = await worker.GetAsync("/my/requests/claim");

        (await worker.PressAsync(form, "放进我的事", ("编号", hidden.Reference), ("口令", hidden.Passphrase))).Text.ShouldContain("不挂到账号上");
        (await worker.PressAsync(form, "放进我的事", ("编号", named.Reference), ("口令", "青瓦 · 石榴 · 4719"))).ErrorAt("口令")!.ShouldContain("编号或口令不对");
        var page = await worker.PressAsync(form, "放进我的事", ("编号", named.Reference), ("口令", named.Passphrase));

        page.Text.ShouldContain("没登录时说的事");
    }

    [Fact]
    public async Task Services_LeadToTheForm()
    {
        await site.CityAsync();
        using var browser = site.NewBrowser();

        var page = await browser.GetAsync("/services?search=工伤");

        page.LinkTo("工伤求助").ShouldBe("/requests/submit?service=work-injury");
        (await browser.GetAsync("/services?search=没有这样的")).Text.ShouldContain("没有找到");
    }
}
