using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>A report that names who it is about; its identity, which takes two to open; and the question whether a worker was given a hard time.</summary>
public sealed partial class ProtectionTests(LiveSite site)
{
    [Fact]
    public async Task AReport_IsKeptFromWhomItIsAbout_AndTakesTwoToOpen()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var worker = await site.PhoneAsync();
        await worker.GoAsync("/requests/submit?service=general-report&kind=report");
        await worker.Page.GetByLabel("说说经过").FillAsync("中秋慰问品账上写一百二十份，发到手里只有八十份。");
        await worker.Page.GetByLabel("反映的是谁").FillAsync("区里管慰问的干部");
        await worker.Page.Locator("label.uh-choice", new() { HasText = "对本单位保密" }).ClickAsync();
        await worker.Page.GetByLabel("怎么称呼您").FillAsync("李师傅");
        await worker.Page.GetByLabel("手机号").FillAsync("13900001237");
        await worker.LookAsync("protect-01-form");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await worker.Page.WaitForURLAsync("**/requests/receipt**");
        var reference = Number().Match((await worker.Page.Locator(".uh-code").AllInnerTextsAsync())[0]).Value;
        var here = $"/desk/requests/{reference}";

        var asker = await DeskAsync("city.dispatcher");
        await asker.GoAsync(here);
        await asker.LookAsync("protect-02-case");
        await asker.GoAsync($"{here}/open-identity");
        await asker.LookAsync("protect-03-ask");
        await asker.Page.GetByLabel("理由").FillAsync("要约他一起核对签收单");
        await PressAsync(asker, "请另一位同志同意");
        await asker.LookAsync("protect-04-waiting");
        var second = await DeskAsync("city.chair");
        await second.GoAsync($"{here}/open-identity");
        await second.LookAsync("protect-05-second");
        await second.GoAsync($"{here}/open-identity/decide");
        await second.Page.GetByText("同意", new() { Exact = true }).ClickAsync();
        await second.Page.GetByLabel("为什么").FillAsync("签收单要当面核对。");
        await second.LookAsync("protect-06-decide");
        await PressAsync(second, "定下来");
        await asker.GoAsync($"{here}/open-identity");
        await asker.LookAsync("protect-07-agreed");
        await PressAsync(asker, "看，并告诉他");
        await asker.LookAsync("protect-08-opened");

        var caller = await DeskAsync("city.followup1");
        foreach (var view in new[] { "now", "own", "later", "ended" })
        {
            await caller.GoAsync($"/desk/follow-ups/retaliation?view={view}");
            await caller.LookAsync($"protect-09-retaliation-{view}");
        }

        foreach (var view in new[] { "later", "now" })
        {
            await caller.GoAsync($"/desk/follow-ups/retaliation?view={view}");
            if (await caller.Page.Locator("a[data-open]").CountAsync() > 0)
            {
                await caller.Page.Locator("a[data-open]").First.ClickAsync();
                await caller.LookAsync($"protect-10-check-{view}");
            }
        }

        worker.Faults.Concat(asker.Faults).Concat(second.Faults).Concat(caller.Faults).ShouldBeEmpty();
    }

    private static async Task PressAsync(Visitor visitor, string button) =>
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private async Task<Visitor> DeskAsync(string name)
    {
        var desk = await site.DesktopAsync();
        await desk.SignInAsync(name, DemoCity.Password);
        return desk;
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
