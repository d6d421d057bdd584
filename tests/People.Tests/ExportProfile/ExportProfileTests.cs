using UnionHall.Testing;

namespace UnionHall.People.Tests.ExportProfile;

public sealed class ExportProfileTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Post_OwnData_ComesAsOneFile()
    {
        using var browser = await site.WorkerBrowserAsync("13500000001", "赵一鸣");

        var file = await browser.PressAsync(await browser.GetAsync("/account/profile"), "下载我的资料");

        file.Body.ShouldContain("\"姓名\": \"赵一鸣\"");
        file.Body.ShouldContain("13500000001");
        file.Body.ShouldContain("2026-11");
    }

    [Fact]
    public async Task Post_WithoutSignIn_AsksToSignIn()
    {
        using var browser = site.NewBrowser();

        (await browser.PostFormAsync(await browser.GetAsync("/sign-in"), "/account/profile/export")).Path.ShouldStartWith("/sign-in");
    }
}
