using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Ui;

/// <summary>长辈版, dark and keys: remembered on the device, without an account and without a script.</summary>
public sealed class PreferencesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task ElderSwitch_HoldsOnEveryPage_AndBack()
    {
        using var browser = site.NewBrowser();
        var elder = await browser.PressAsync(await browser.GetAsync("/"), "长辈版");

        elder.Address.AbsolutePath.ShouldBe("/");
        Size(elder).ShouldBe("elder");
        Size(await browser.GetAsync("/help")).ShouldBe("elder");
        elder.LinkTo("打电话").ShouldBe("tel:12351");

        var normal = await browser.PressAsync(elder, "标准版");
        Size(normal).ShouldBe("normal");
    }

    [Fact]
    public async Task Theme_IsAPersonsChoice_AndKeepsTheSize()
    {
        using var browser = site.NewBrowser();
        await browser.PressAsync(await browser.GetAsync("/"), "长辈版");
        var dark = await browser.PressAsync(await browser.GetAsync("/me"), "就这样显示", ("深色", "true"));

        dark.Address.AbsolutePath.ShouldBe("/me");
        dark.Document.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        Size(dark).ShouldBe("elder");
    }

    [Fact]
    public async Task UnknownWish_IsNotKept_AndForeignAddressIsNotFollowed()
    {
        using var browser = site.NewBrowser();
        var token = (await browser.GetAsync("/me")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var page = await browser.PostAsync("/preferences", ("__RequestVerificationToken", token), ("size", "huge\"><script>"), ("theme", "dark"), ("returnUrl", "https://evil.example/"));

        page.Address.AbsolutePath.ShouldBe("/me");
        Size(page).ShouldBe("normal");
        page.Document.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
    }

    [Fact]
    public async Task SpoiltCookie_CountsAsNotSaid()
    {
        using var browser = site.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Add("Cookie", "uh-prefs=theme%3D%22%3E%26size%3D%26keys");
        using var answer = await browser.SendRawAsync(request);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("data-theme=\"auto\" data-size=\"normal\"");
    }

    private static string? Size(PageAnswer page) => page.Document.DocumentElement.GetAttribute("data-size");
}
