using Shouldly;

namespace UnionHall.Testing;

/// <summary>Workers with an account.</summary>
public static class GivenWorkers
{
    /// <summary>Registers through the page, as a worker would.</summary>
    public static async Task<PageAnswer> RegisterAsync(this Browser browser, string phone, string name = "王建华", string password = GivenAccounts.Password) =>
        await browser.PressAsync(await browser.GetAsync("/register"), "注册", ("姓名", name), ("手机号", phone), ("密码", password), ("看过了，同意", "true"));

    /// <summary>A browser in which a newly registered worker has signed in.</summary>
    public static async Task<Browser> WorkerBrowserAsync(this TestSite site, string phone, string name = "王建华")
    {
        var browser = site.NewBrowser();
        (await browser.RegisterAsync(phone, name)).Path.ShouldBe("/sign-in");
        (await browser.SignInAsync(phone)).Path.ShouldBe("/");
        return browser;
    }
}
