using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Welcome;

/// <summary>What Requests puts on the home page.</summary>
public sealed class WelcomeTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Home_AsAVisitor_OffersTheServicesAndTheWayBackToWhatWasSaid()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/");

        page.LinkTo("全部服务").ShouldBe("/services");
        page.LinkTo("拖欠工资").ShouldBe("/requests/submit?service=wage-arrears");
        page.LinkTo("凭编号和口令看进度").ShouldBe("/requests/track");
    }

    [Fact]
    public async Task Home_Elder_OffersFewerServicesAsButtons()
    {
        using var browser = site.NewBrowser();
        var page = await browser.PressAsync(await browser.GetAsync("/"), "长辈版");

        page.Document.QuerySelectorAll("main .btn[href^='/requests/submit?service=']").Length.ShouldBe(3);
        page.LinkTo("全部服务").ShouldBe("/services");
    }

    [Fact]
    public async Task Home_ShowsMyMattersWithWhoHasThemAndThePromisedDate_ThreeAtMost()
    {
        using var worker = await site.WorkerBrowserAsync("13900000021");
        foreach (var number in Enumerable.Range(1, 4))
        {
            await site.SubmitAsync(worker, visibility: "实名", words: $"第{number}件，热水器坏了。");
        }

        var page = await worker.GetAsync("/");

        page.Text.ShouldContain("第4件，热水器坏了");
        page.Text.ShouldNotContain("第1件，热水器坏了");
        page.Text.ShouldContain("周四前给您答复");
        page.LinkTo("全部 4 件").ShouldBe("/my/requests");
        page.Text.ShouldContain("，有事您说");
    }

    [Fact]
    public async Task FirstWords_HoweverMany_AreCarriedIntoTheForm_AndStandInNoAddress()
    {
        using var browser = site.NewBrowser();
        var words = string.Concat(Enumerable.Repeat("夜班没有热饭，", 200));
        var form = await browser.PressAsync(await browser.GetAsync("/"), "说一件事", ("说说遇到了什么事", words));

        form.Path.ShouldBe("/requests/submit?handler=Look");
        form.ValueOf("说说经过").ShouldBe(words);
    }
}
