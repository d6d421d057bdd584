using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>A day at the desk without a mouse: every step below is a key.</summary>
public sealed class KeyboardTests(LiveSite site)
{
    [Fact]
    public async Task ADispatcher_SignsIn_FindsSendsOnAndTakesBack_ByKeysAlone()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var desk = await site.DesktopAsync();
        await SignInAsync(desk, "wangjiang.dispatcher");

        await desk.Page.GotoAsync("/desk/requests");
        await KeysAsync(desk, "?");
        await Assertions.Expect(desk.Page.Locator("#keys")).ToBeVisibleAsync();
        await KeysAsync(desk, "Escape");
        await Assertions.Expect(desk.Page.Locator("#keys")).ToBeHiddenAsync();

        await KeysAsync(desk, "j", "j", "k", "l");
        await Assertions.Expect(desk.Page.Locator(".uh-peek")).ToContainTextAsync("答应职工");
        await desk.LookAsync("keys-01-peek");
        await KeysAsync(desk, "Escape");
        await Assertions.Expect(desk.Page.Locator(".uh-peek")).ToHaveCountAsync(0);

        await KeysAsync(desk, "g", "8");
        await desk.Page.WaitForURLAsync("**view=**");
        await KeysAsync(desk, "/");
        await desk.Page.Keyboard.TypeAsync("没有这样一件");
        await KeysAsync(desk, "Enter");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("没有找到");
        desk.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task AHandler_TakesAnswersAndHandsOver_ByKeysAlone()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var desk = await site.DesktopAsync();
        await SignInAsync(desk, "qingxi.handler1");
        await desk.Page.GotoAsync("/desk/requests?view=unit&state=acknowledged");
        await KeysAsync(desk, "j");
        var reference = await desk.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await KeysAsync(desk, "Enter");
        await desk.Page.WaitForURLAsync($"**{reference}");

        await KeysAsync(desk, "i");
        await desk.Page.WaitForURLAsync($"**{reference}/note");
        await TabToAsync(desk, "textarea");
        await desk.Page.Keyboard.TypeAsync("电话里说好了，周五去现场看。");
        await KeysAsync(desk, "Control+Enter");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("电话里说好了，周五去现场看。");

        await KeysAsync(desk, "t");
        await desk.Page.WaitForURLAsync($"**{reference}/assign");
        await KeysAsync(desk, "2", "Control+Enter");
        await desk.Page.WaitForURLAsync($"**{reference}");
        await KeysAsync(desk, "z");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Region, new() { Name = "刚办的事" })).ToContainTextAsync("撤回了，和转交前一样。");

        await KeysAsync(desk, "r");
        await desk.Page.WaitForURLAsync($"**{reference}/reply");
        await TabToAsync(desk, "textarea");
        await desk.Page.Keyboard.TypeAsync("您好，我们周五到现场看过，设备已经修好，今天起可以用。以后再坏，打 12351 或到清溪街道总工会说一声。");
        await KeysAsync(desk, "Control+Enter");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("等职工确认");

        await KeysAsync(desk, "u");
        await desk.Page.WaitForURLAsync("**/desk/requests");
        await KeysAsync(desk, "j", "x", "j", "x");
        await Assertions.Expect(desk.Page.Locator("[data-bulk-count]")).ToHaveTextAsync("2");
        await TabToAsync(desk, "button[value=assign]");
        await KeysAsync(desk, "Enter");
        await desk.Page.WaitForURLAsync("**/desk/requests/bulk");
        await KeysAsync(desk, "1", "Control+Enter");
        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync("转交了");
        desk.Faults.ShouldBeEmpty();
    }

    private static async Task SignInAsync(Visitor desk, string name)
    {
        await desk.GoAsync("/sign-in");
        await TabToAsync(desk, "input[autocomplete~=username]");
        await desk.Page.Keyboard.TypeAsync(name);
        await TabToAsync(desk, "input[type=password]");
        await desk.Page.Keyboard.TypeAsync(DemoCity.Password);
        await KeysAsync(desk, "Enter");
        await desk.Page.WaitForURLAsync("**/desk**");
    }

    /// <summary>Presses Tab until the focus is there: it can be reached, and in a bearable number of steps.</summary>
    private static async Task TabToAsync(Visitor desk, string selector)
    {
        for (var steps = 0; steps < 60; steps++)
        {
            if (await desk.Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }

            await desk.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Sixty times Tab do not reach {selector} on {desk.Page.Url}.");
    }

    private static async Task KeysAsync(Visitor desk, params string[] keys)
    {
        foreach (var key in keys)
        {
            await desk.Page.Keyboard.PressAsync(key);
        }
    }
}
