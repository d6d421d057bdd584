using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>The main job, as its people do it: a worker says it on a phone, the union answers, the worker has the last word.</summary>
public sealed partial class MainJobTests(LiveSite site)
{
    private readonly List<string> deskFaults = [];

    [Fact]
    public async Task AWorkersRequest_IsFiledDispatchedAnsweredDisputedAndClosed()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");

        var worker = await site.PhoneAsync();
        var (reference, passphrase) = await FileAsync(worker);
        await DispatchAsync(reference);
        await AnswerAsync(reference, "u0101-01.handler", "您好，微波炉已经报修，周五前修好，修好前可以去门口驿站热饭。");
        await DisputeAsync(worker, reference, passphrase);
        await AnswerAsync(reference, "qingxi.chair", "我们到现场看过了：新的两台今天装好，夜班休息室也开到早上六点。");
        await CloseAsync(worker, reference);

        var desk = await DeskAsync("qingxi.chair");
        await desk.GoAsync($"/desk/requests/{reference}");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("已办结");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("很满意");
        worker.Faults.ShouldBeEmpty();
        deskFaults.ShouldBeEmpty();
    }

    private static async Task<(string Reference, string Passphrase)> FileAsync(Visitor worker)
    {
        await worker.GoAsync("/");
        await worker.LookAsync("01-home");
        await worker.Page.GetByLabel("说说遇到了什么事").FillAsync("夜班没有热饭，微波炉坏了两周");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "说一件事" }).ClickAsync();
        await Assertions.Expect(worker.Page.GetByLabel("说说经过")).ToHaveValueAsync("夜班没有热饭，微波炉坏了两周");
        await worker.Page.GetByText("要帮忙", new() { Exact = true }).ClickAsync();
        await worker.Page.GetByLabel("单位或工会的名字").FillAsync("顺启快运");
        await worker.Page.Locator("label.uh-choice", new() { HasText = "顺启快运分拨中心工会" }).First.ClickAsync();
        await worker.Page.Locator("label.uh-choice", new() { HasText = "实名" }).ClickAsync();
        await worker.Page.GetByLabel("怎么称呼您").FillAsync("王师傅");
        await worker.Page.GetByLabel("手机号").FillAsync("13900001234");
        await worker.Page.Locator("#Form_Photos").SetInputFilesAsync(new FilePayload { Name = "微波炉.png", MimeType = "image/png", Buffer = await worker.Page.ScreenshotAsync() });
        await Assertions.Expect(worker.Page.Locator("input[name='Form.Photos']")).ToHaveCountAsync(1);
        await worker.LookAsync("02-submit");
        await Assertions.Expect(worker.Page.Locator("#sent-to")).ToContainTextAsync("实名");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();

        await worker.Page.WaitForURLAsync("**/requests/receipt**");
        var codes = await worker.Page.Locator(".uh-code").AllInnerTextsAsync();
        await worker.LookAsync("03-receipt");
        return (Number().Match(codes[0]).Value, codes[1]);
    }

    private async Task DispatchAsync(string reference)
    {
        var desk = await DeskAsync("qingxi.dispatcher");
        await desk.LookAsync("04-today");
        await desk.GoAsync("/desk/requests");
        await desk.LookAsync("05-requests");
        await desk.GoAsync($"/desk/requests/{reference}");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "微波炉.png" })).ToBeVisibleAsync();
        await desk.LookAsync("06-case");
        await desk.GoAsync($"/desk/requests/{reference}/dispatch");
        await desk.Page.Locator("label.uh-choice", new() { HasText = "顺启快运分拨中心工会" }).First.ClickAsync();
        await desk.LookAsync("07-dispatch");
        await desk.Page.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = Dispatching() }).First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("待签收");
        deskFaults.AddRange(desk.Faults);
    }

    private async Task AnswerAsync(string reference, string handler, string reply)
    {
        var desk = await DeskAsync(handler);
        await desk.GoAsync($"/desk/requests/{reference}");
        await desk.Page.GetByRole(AriaRole.Button, new() { NameRegex = Acknowledging() }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("办理中");
        await desk.Page.Locator("#Form_Text").FillAsync(reply);
        await desk.Page.Locator("#composer").GetByRole(AriaRole.Button, new() { NameRegex = Sending() }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("等职工确认");
    }

    private static async Task DisputeAsync(Visitor worker, string reference, string passphrase)
    {
        await worker.Page.Context.ClearCookiesAsync();
        await worker.GoAsync("/requests/track");
        await worker.LookAsync("08-track");
        await worker.Page.GetByLabel("编号").FillAsync(reference);
        await worker.Page.GetByLabel("口令").FillAsync(passphrase);
        await worker.Page.Locator("main").GetByRole(AriaRole.Button).First.ClickAsync();
        await worker.Page.WaitForURLAsync($"**/requests/track/{reference}");
        await worker.LookAsync("09-follow");
        await worker.GoAsync($"/requests/track/{reference}/confirm");
        await worker.Page.GetByText("没解决", new() { Exact = true }).First.ClickAsync();
        await worker.Page.GetByText("说的和实际不一样").ClickAsync();
        await worker.LookAsync("10-confirm");
        await worker.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "交上去" }).ClickAsync();
        await Assertions.Expect(worker.Page.Locator("main")).ToContainTextAsync("清溪街道重新看");
    }

    private static async Task CloseAsync(Visitor worker, string reference)
    {
        await worker.GoAsync($"/requests/track/{reference}/confirm");
        await worker.Page.GetByText("解决了", new() { Exact = true }).First.ClickAsync();
        await worker.Page.GetByText("很满意").ClickAsync();
        await worker.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "交上去" }).ClickAsync();
        await Assertions.Expect(worker.Page.Locator("main")).ToContainTextAsync("您说解决了");
        await worker.LookAsync("11-closed");
    }

    private async Task<Visitor> DeskAsync(string userName)
    {
        var desk = await site.DesktopAsync();
        await desk.SignInAsync(userName, DemoCity.Password);
        await desk.Page.WaitForURLAsync("**/desk**");
        return desk;
    }

    [GeneratedRegex("^派", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dispatching();

    [GeneratedRegex("发出，请他确认|交上去批", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sending();

    [GeneratedRegex("^签收", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Acknowledging();

    [GeneratedRegex(@"\d{4}-\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
