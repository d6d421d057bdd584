using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Ui;

/// <summary>A refused form, seen on the sign-in page.</summary>
public sealed class FieldTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Hint_IsTiedToItsControl()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/sign-in");
        var name = page.Field("手机号或账号");

        page.Document.GetElementById(name.GetAttribute("aria-describedby")!)!.TextContent.ShouldBe("职工用手机号，工作人员用账号。");
        name.ClassList.ShouldContain("form-control");
        name.HasAttribute("data-val").ShouldBeFalse();
    }

    [Fact]
    public async Task Error_StandsInPlaceOfTheHint_AndTheSummaryLinksToIt()
    {
        using var browser = site.NewBrowser();
        var page = await browser.PressAsync(await browser.GetAsync("/sign-in"), "登录");

        page.ErrorAt("手机号或账号").ShouldBe("填一下手机号或账号。");
        page.ErrorAt("密码").ShouldBe("填一下密码。");
        page.Text.ShouldNotContain("职工用手机号");
        page.Field("密码").GetAttribute("aria-invalid").ShouldBe("true");
        var summary = page.Document.QuerySelector("[data-errors]")!;
        summary.GetAttribute("role").ShouldBe("alert");
        summary.TextContent.ShouldContain("还有 2 处要改");
        page.LinkTo("填一下密码。").ShouldBe("#" + page.Field("密码").Id);
    }
}
