using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>Three workers of one firm say the same: one is asked whether it is the same matter, one is merged by the desk, one joins by an address.</summary>
public sealed partial class TogetherTests(LiveSite site)
{
    private const string Words = "八月的工资到现在没发，一共二十三个人，问过主管说再等等。";

    [Fact]
    public async Task OneMatter_OfSeveralPersons()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var worker = await site.PhoneAsync();
        var first = await FiledAsync(worker, "李师傅", "13900001235", Words);
        await FillAsync(worker, "李师傅", "13900001235", "工资还是没有，一共二十三个人，主管把群解散了。");
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await worker.Page.GetByText("是同一件事吗").First.WaitForAsync();
        await worker.LookAsync("together-01-asked");
        await worker.Page.Locator("label.uh-choice", new() { HasText = "补充到" }).First.ClickAsync();
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await worker.Page.WaitForURLAsync($"**/requests/track/{first}");

        var second = await site.PhoneAsync();
        var other = await FiledAsync(second, "王师傅", "13900001236", "八月的工资没有发到手里，二十三个人都没有，主管说再等等。");
        var street = await site.DesktopAsync();
        await street.SignInAsync("qingxi.dispatcher", DemoCity.Password);
        await street.GoAsync($"/desk/requests/{other}");
        await street.Page.GetByText("比一比，并过去").First.WaitForAsync();
        await street.LookAsync("together-02-alike");
        await street.GoAsync($"/desk/requests/{other}/alike");
        await street.LookAsync("together-03-alike-page");
        await street.GoAsync($"/desk/requests/{other}/merge?target=工资");
        await street.LookAsync("together-04-search");
        await street.GoAsync($"/desk/requests/{other}/merge?target={first}");
        await street.LookAsync("together-05-compare");
        await street.Page.GetByText("几位职工说的是同一件事").ClickAsync();
        await street.Page.GetByLabel("凭什么看出来的").FillAsync("同一个分拨中心，同一个月。");
        await PressAsync(street, "并过去");
        await street.LookAsync("together-06-merged");
        await street.GoAsync($"/desk/requests/{first}");
        await street.LookAsync("together-07-head");
        await street.GoAsync($"/desk/requests/{first}/participants");
        await PressAsync(street, "给一个加入的地址");
        await street.LookAsync("together-08-participants");
        var address = new Uri(await street.Page.Locator("#join-address").InnerTextAsync()).AbsolutePath;

        var third = await site.PhoneAsync();
        await third.GoAsync(address);
        await third.LookAsync("together-09-join");
        await third.Page.GetByText("匿名", new() { Exact = true }).ClickAsync();
        await third.Page.GetByRole(AriaRole.Button, new() { Name = "我也是，加进去" }).ClickAsync();
        await third.Page.WaitForURLAsync("**/requests/receipt**");
        await third.Page.GetByText("看进度").First.ClickAsync();
        await third.LookAsync("together-10-joined");
        await third.Page.GetByText("当代表").First.ClickAsync();
        await third.LookAsync("together-11-represent");
        await third.Page.GetByRole(AriaRole.Button, new() { Name = "我愿意当代表" }).ClickAsync();
        await third.GoAsync("/my/requests");
        await third.LookAsync("together-12-mine");

        await street.GoAsync("/desk/requests?view=collective");
        await street.LookAsync("together-13-collective");
        await street.GoAsync($"/desk/requests/{other}/unmerge");
        await street.LookAsync("together-14-unmerge");
        await street.Page.GetByLabel("为什么拆").FillAsync("不是一个月的。");
        await PressAsync(street, "拆出来");
        await street.LookAsync("together-15-unmerged");
        worker.Faults.Concat(second.Faults).Concat(street.Faults).Concat(third.Faults).ShouldBeEmpty();
    }

    private static async Task PressAsync(Visitor visitor, string button) =>
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private static async Task FillAsync(Visitor worker, string name, string phone, string words)
    {
        await worker.GoAsync("/requests/submit?service=wage-arrears");
        await worker.Page.GetByLabel("说说经过").FillAsync(words);
        await worker.Page.GetByLabel("单位或工会的名字").FillAsync("顺启快运");
        await worker.Page.Locator("label.uh-choice", new() { HasText = "顺启快运分拨中心工会" }).First.ClickAsync();
        await worker.Page.Locator("label.uh-choice", new() { HasText = "实名" }).ClickAsync();
        await worker.Page.GetByLabel("怎么称呼您").FillAsync(name);
        await worker.Page.GetByLabel("手机号").FillAsync(phone);
    }

    private static async Task<string> FiledAsync(Visitor worker, string name, string phone, string words)
    {
        await FillAsync(worker, name, phone, words);
        await worker.Page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await worker.Page.WaitForURLAsync("**/requests/receipt**");
        return Number().Match((await worker.Page.Locator(".uh-code").AllInnerTextsAsync())[0]).Value;
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
