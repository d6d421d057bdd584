using UnionHall.Platform;
using UnionHall.Platform.Security;
using Xunit;

namespace UnionHall.Testing;

/// <summary>Accounts for tests, and browsers signed in with them.</summary>
public static class GivenAccounts
{
    public const string Password = "Tide-7Lamp";

    /// <summary>A staff account that has set its own password.</summary>
    public static async Task<AccountId> StaffAsync(this TestSite site, string userName, string name = "李敏", string password = Password) =>
        (await site.WithAsync<CreateAccountHandler, Result<NewAccount>>(handler => handler.ForStaffAsync(
            Actor.Platform("测试"), new CreateAccountForm { UserName = userName, Name = name, Password = password }, TestContext.Current.CancellationToken))).Value!.Id;

    /// <summary>A browser in which this account has signed in.</summary>
    public static async Task<Browser> SignedInAsync(this TestSite site, string name, string password = Password)
    {
        var browser = site.NewBrowser();
        await browser.SignInAsync(name, password);
        return browser;
    }

    /// <summary>Fills the sign-in page and presses the button.</summary>
    public static async Task<PageAnswer> SignInAsync(this Browser browser, string name, string password = Password, string page = "/sign-in") =>
        await browser.PressAsync(await browser.GetAsync(page), "登录", ("手机号或账号", name), ("密码", password));
}
