using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Ui;

/// <summary>What every page has around it, in both layouts.</summary>
public sealed class LayoutTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> OpenPages => ["/", "/me", "/help", "/sign-in"];

    [Theory]
    [MemberData(nameof(OpenPages))]
    public async Task OpenPage_HasLanguageOneHeadingAndLandmarks(string address)
    {
        using var browser = site.NewBrowser();
        ShouldBeWellBuilt(await browser.GetAsync(address));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/me")]
    [InlineData("/admin")]
    public async Task DeskPage_HasLanguageOneHeadingAndLandmarks(string address)
    {
        using var browser = await AdministratorAsync();
        var page = await browser.GetAsync(address);

        ShouldBeWellBuilt(page);
        page.Document.QuerySelector("nav[aria-label=工作区]").ShouldNotBeNull();
        page.Document.GetElementById("keys").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/DESK")]
    [InlineData("/admin")]
    [InlineData("/desk/me")]
    public async Task DeskPage_Anonymous_AsksToSignIn(string address)
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync(address);

        page.Address.AbsolutePath.ShouldBe("/sign-in");
        page.Address.Query.ShouldContain("returnUrl=");
    }

    [Fact]
    public async Task Nav_ShowsOnlyWhatThePostMayUse()
    {
        var unit = await site.UnitAsync("安和区总工会", UnitKind.Federation);
        using var handler = await site.StaffBrowserAsync(Role.Handler, unit);
        using var administrator = await site.StaffBrowserAsync(Role.SystemAdmin, unit);

        Entries(await handler.GetAsync("/desk")).ShouldContain("今天");
        (await handler.GetAsync("/admin")).Text.ShouldContain("您的职务没有要设置的");
        (await administrator.GetAsync("/admin")).Document.QuerySelectorAll("main .uh-item, main .uh-empty").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Desk_NamesWhoIsHereAndHisPost()
    {
        var unit = await site.UnitAsync("清溪街道总工会", UnitKind.Federation);
        using var browser = await site.StaffBrowserAsync(Role.Dispatcher, unit, "李敏");
        var page = await browser.GetAsync("/desk");

        page.Document.QuerySelector(".uh-me")!.TextContent.ShouldContain("李同志 · 派单员");
        page.Document.QuerySelector(".uh-me")!.TextContent.ShouldContain("清溪街道总工会");
        page.LinkTo("退出登录").ShouldBe("/sign-out");
        page.Title.ShouldBe("李同志，下午好");
    }

    [Fact]
    public async Task Home_CarriesTheFirstWordsToTheForm()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/");
        var form = page.Field("说说遇到了什么事").Closest("form")!;

        form.GetAttribute("method").ShouldBe("post");
        form.GetAttribute("action").ShouldBe("/requests/submit?handler=Look");
        page.Field("说说遇到了什么事").GetAttribute("name").ShouldBe("Form.Words");
        page.LinkTo("12351").ShouldBe("tel:12351");
    }

    private static void ShouldBeWellBuilt(PageAnswer page)
    {
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        var document = page.Document;
        document.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        document.QuerySelectorAll("h1").Length.ShouldBe(1);
        document.QuerySelectorAll("main").Length.ShouldBe(1);
        document.Title!.ShouldEndWith("· 职工之家");
        document.Body!.Children[0].GetAttribute("href").ShouldBe("#" + document.QuerySelector("main")!.Id);
        document.QuerySelector("meta[name=csrf-token]")!.GetAttribute("content").ShouldNotBeNullOrEmpty();
        document.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        document.All.SelectMany(element => element.Attributes).ShouldNotContain(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        document.QuerySelectorAll("link[href], script[src], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .ShouldAllBe(address => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal));
        document.QuerySelectorAll("[id]").GroupBy(element => element.Id).ShouldAllBe(same => same.Count() == 1);
    }

    private static string Entries(PageAnswer page) => page.Document.QuerySelector("nav.uh-nav")!.TextContent;

    private async Task<Browser> AdministratorAsync() =>
        await site.StaffBrowserAsync(Role.SystemAdmin, await site.UnitAsync("望江街道总工会", UnitKind.Federation));
}
