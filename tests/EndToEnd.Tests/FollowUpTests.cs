using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>A follow-up caller's day with the keyboard, and what his neighbours see of it, on their screens.</summary>
public sealed class FollowUpTests(LiveSite site)
{
    [Fact]
    public async Task ACaller_AsksByKeyboard_AndGoesOnToTheNext()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var caller = await site.DesktopAsync();
        await caller.SignInAsync("city.followup1", DemoCity.Password);
        foreach (var view in new[] { "now", "later", "own", "ended" })
        {
            await caller.GoAsync($"/desk/follow-ups?view={view}");
            await caller.LookAsync($"follow-up-01-{view}");
        }

        await caller.GoAsync("/desk/follow-ups");
        await caller.Page.Keyboard.PressAsync("j");
        await caller.Page.Keyboard.PressAsync("Enter");
        await caller.Page.WaitForURLAsync("**/desk/follow-ups/*-*");
        await caller.LookAsync("follow-up-02-call");
        await caller.Page.Keyboard.PressAsync("Space");
        await caller.Page.WaitForURLAsync("**handler=Phone**");
        await caller.LookAsync("follow-up-03-phone");
        await caller.Page.Locator("body").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        foreach (var key in new[] { "1", "1", "2", "1" })
        {
            await caller.Page.Keyboard.PressAsync(key);
        }

        await caller.LookAsync("follow-up-04-answered");
        await caller.Page.Keyboard.PressAsync("Control+Enter");
        await caller.Page.GetByRole(AriaRole.Region, new() { Name = "刚办的事" }).GetByText("存下了。").WaitForAsync();
        caller.Faults.ShouldBeEmpty();

        var chair = await site.DesktopAsync();
        await chair.SignInAsync("city.chair", DemoCity.Password);
        await chair.GoAsync("/desk/follow-ups/reviews");
        await chair.LookAsync("follow-up-05-reviews");
        await chair.Page.Locator("a[href^='/desk/follow-ups/reviews/']").First.ClickAsync();
        await chair.LookAsync("follow-up-06-review");
        foreach (var (name, address) in new[] { ("07-rates", "/desk/rates?period=2026"), ("08-cases", "/desk/rates/cases"), ("09-signs", "/desk/rates/signs"), ("10-bulletin", "/desk/bulletin") })
        {
            await chair.GoAsync(address);
            await chair.LookAsync($"follow-up-{name}");
        }

        chair.Faults.ShouldBeEmpty();
    }
}
