using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>A case that is sent wrongly, returned, helped with, chased, supervised and taken up, as its people do it on their screens.</summary>
public sealed partial class HopsTests(LiveSite site)
{
    [Fact]
    public async Task ACase_GoesBackAsideAndUp()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var reference = await FiledAsync();
        var here = $"/desk/requests/{reference}";
        var street = await DeskAsync("qingxi.dispatcher");
        await street.GoAsync($"{here}/dispatch");
        await street.Page.Locator("label.uh-choice", new() { HasText = "顺启快运分拨中心工会" }).First.ClickAsync();
        await PressAsync(street, "派出去");

        var handler = await DeskAsync("u0101-01.handler");
        await handler.GoAsync(here);
        await handler.Page.GetByText("更多", new() { Exact = true }).ClickAsync();
        await handler.LookAsync("hops-01-menu");
        await handler.GoAsync($"{here}/return");
        await handler.Page.GetByLabel("为什么不该本单位办").FillAsync("人事关系在总公司，这里只是点部，发工资的不是我们。");
        await handler.LookAsync("hops-02-return");
        await PressAsync(handler, "申请退单");

        await street.GoAsync("/desk/returns");
        await street.LookAsync("hops-03-returns");
        await street.GoAsync($"{here}/return/decide");
        await street.Page.GetByText("不同意，接着办").ClickAsync();
        await street.Page.GetByLabel("裁定的话").FillAsync("点部有工会，先把职工的情况问清楚。");
        await street.LookAsync("hops-04-decide");
        await PressAsync(street, "裁定");

        await handler.GoAsync($"{here}/helpers");
        await handler.LookAsync("hops-05-helpers-pick");
        await handler.Page.Locator("label.uh-choice").First.ClickAsync();
        await handler.Page.Locator("label.uh-choice").Nth(1).ClickAsync();
        await PressAsync(handler, "选这些");
        foreach (var task in await handler.Page.Locator("textarea").AllAsync())
        {
            await task.FillAsync("查一下八月的考勤和工资表，拍照传上来。");
        }

        await handler.LookAsync("hops-06-helpers");
        await PressAsync(handler, "发出去");
        await handler.LookAsync("hops-07-case-with-helpers");
        foreach (var page in new[] { "split", "whistle", "report-up", "conference" })
        {
            await handler.GoAsync($"{here}/{page}");
            await handler.LookAsync($"hops-08-{page}");
        }

        await handler.GoAsync(here);
        await handler.Page.GetByText("撤下…").First.ClickAsync();
        await handler.LookAsync("hops-09-cancel");

        await street.GoAsync($"{here}/chase");
        await street.LookAsync("hops-10-chase");
        await street.Page.GetByLabel("要他们做什么").FillAsync("今天下班前联系职工。");
        await PressAsync(street, "催一下");
        await street.GoAsync($"{here}/supervise");
        await street.Page.GetByLabel("为什么督办").FillAsync("涉及二十三个人的工资。");
        await street.Page.GetByLabel("哪天以前报情况").FillAsync(TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await street.LookAsync("hops-11-supervise");
        await PressAsync(street, "督办");
        await street.GoAsync("/desk/requests?view=supervised");
        await street.LookAsync("hops-12-supervised");
        await street.GoAsync($"{here}/supervise/end");
        await street.LookAsync("hops-13-end");
        await street.GoAsync($"{here}/escalate");
        await street.LookAsync("hops-14-escalate");
        await street.Page.GetByLabel("为什么提级").FillAsync("牵涉总公司，街道管不到。");
        await PressAsync(street, "提级");
        await street.LookAsync("hops-15-escalated");
        await street.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await street.Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(UnionHall.Testing.Repository.Root, "artifacts", "screens", "hops-16-print.png"), FullPage = true });

        handler.Faults.Concat(street.Faults).ShouldBeEmpty();
    }

    private static async Task PressAsync(Visitor visitor, string button) =>
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private async Task<Visitor> DeskAsync(string name)
    {
        var desk = await site.DesktopAsync();
        await desk.SignInAsync(name, DemoCity.Password);
        return desk;
    }

    private async Task<string> FiledAsync()
    {
        var worker = await site.PhoneAsync();
        await worker.GoAsync("/requests/submit?service=general-complaint");
        await worker.Page.GetByLabel("说说经过").FillAsync("八月的工资到现在没发，一共二十三个人，问过主管说再等等。");
        await worker.Page.GetByLabel("单位或工会的名字").FillAsync("顺启快运");
        await worker.Page.Locator("label.uh-choice", new() { HasText = "顺启快运分拨中心工会" }).First.ClickAsync();
        await worker.Page.Locator("label.uh-choice", new() { HasText = "实名" }).ClickAsync();
        await worker.Page.GetByLabel("怎么称呼您").FillAsync("李师傅");
        await worker.Page.GetByLabel("手机号").FillAsync("13900001235");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await worker.Page.WaitForURLAsync("**/requests/receipt**");
        return Number().Match((await worker.Page.Locator(".uh-code").AllInnerTextsAsync())[0]).Value;
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
