using Microsoft.Playwright;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>The security administrator opens an account, looks a worker up and sees what may be done: each page at both widths, through axe.</summary>
public sealed class AccountsTests(LiveSite site)
{
    [Fact]
    public async Task Accounts_AreOpenedFoundAndLookedAt()
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var visitor = await site.DesktopAsync();
        await visitor.SignInAsync("city.secadmin", DemoCity.Password);
        await visitor.GoAsync("/admin/accounts/create");
        await visitor.Page.GetByLabel("姓名").FillAsync("韩新来");
        await visitor.Page.GetByLabel("账号", new() { Exact = true }).FillAsync("han.new");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "开账号", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".uh-code").First).ToHaveTextAsync("han.new");
        await visitor.LookAsync("accounts-1-password");

        await visitor.GoAsync("/admin/accounts?q=han.new");
        await visitor.LookAsync("accounts-2-list");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "韩新来" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "停用这个账号" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".invalid-feedback")).ToContainTextAsync("写一句为什么");
        await visitor.LookAsync("accounts-3-refused");
        await visitor.Page.GetByLabel("为什么").FillAsync("开错了");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "停用这个账号" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "恢复这个账号" })).ToBeVisibleAsync();
        await visitor.LookAsync("accounts-4-disabled");

        await visitor.GoAsync("/admin/accounts");
        await visitor.Page.GetByLabel("职工的手机号").FillAsync(DemoCity.WorkerPhone);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "找这位职工" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("师傅的账号");
        await visitor.LookAsync("accounts-5-worker");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "注销这个账号" }).ClickAsync();
        await visitor.LookAsync("accounts-6-close");
        visitor.Faults.ShouldBeEmpty();
    }
}
