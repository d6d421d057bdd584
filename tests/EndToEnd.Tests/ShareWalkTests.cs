using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>A part of a case is opened to somebody outside, who reads it and writes back; then it is closed.</summary>
public sealed partial class ShareWalkTests(LiveSite site)
{
    [Fact]
    public async Task SomebodyOutside_ReadsWhatWasPicked_UntilItIsClosed()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var worker = await site.PhoneAsync();
        await worker.GoAsync("/requests/submit?service=general-complaint&kind=complaint");
        await worker.Page.GetByLabel("说说经过").FillAsync("工地三楼的护栏拆了没有装回去，已经半个月，天天有人从旁边走。");
        await worker.Page.Locator("label.uh-choice", new() { HasText = "对本单位保密" }).ClickAsync();
        await worker.Page.GetByLabel("怎么称呼您").FillAsync("孟师傅");
        await worker.Page.GetByLabel("手机号").FillAsync("13900001239");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await worker.Page.WaitForURLAsync("**/requests/receipt**");
        var reference = Number().Match((await worker.Page.Locator(".uh-code").AllInnerTextsAsync())[0]).Value;

        var desk = await site.DesktopAsync();
        await desk.SignInAsync("city.dispatcher", DemoCity.Password);
        await desk.GoAsync($"/desk/requests/{reference}/shares");
        await desk.LookAsync("share-01-form");
        await desk.Page.GetByLabel("给谁看").FillAsync("区应急管理局 赵队");
        await desk.Page.GetByLabel("为什么").FillAsync("请他们到现场看护栏");
        await desk.Page.GetByLabel("看几天").FillAsync("7");
        await desk.Page.Locator("label.uh-choice", new() { HasText = "职工的原话" }).ClickAsync();
        await desk.Page.GetByText("请对方在那一页回话").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "给一个到期就失效的地址" }).ClickAsync();
        await desk.LookAsync("share-02-made");
        var address = new Uri(await desk.Page.Locator("#share-address").InnerTextAsync()).AbsolutePath;

        var outside = await site.PhoneAsync();
        await outside.GoAsync(address);
        await outside.LookAsync("share-03-read");
        await outside.Page.GetByLabel("回话给工会").FillAsync("明天上午到现场。");
        await outside.Page.GetByRole(AriaRole.Button, new() { Name = "发给工会" }).ClickAsync();
        await outside.LookAsync("share-04-answered");

        await desk.GoAsync($"/desk/requests/{reference}");
        await desk.LookAsync("share-05-case");
        (await desk.Page.ContentAsync()).ShouldContain("明天上午到现场。");
        await desk.GoAsync($"/desk/requests/{reference}/shares");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "收回" }).ClickAsync();
        await desk.LookAsync("share-06-closed");
        worker.Faults.Concat(desk.Faults).Concat(outside.Faults).ShouldBeEmpty();
        (await outside.Page.GotoAsync(new Uri(new Uri(outside.Page.Url), address).ToString()))!.Status.ShouldBe(410);
        await outside.LookAsync("share-07-over");
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
