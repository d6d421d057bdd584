using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Security.ChangePassword;

public sealed class ChangePasswordTests(TestSite site) : IClassFixture<TestSite>
{
    private const string New = "Kite+42rivers";

    [Fact]
    public async Task Get_WithoutSignIn_AsksToSignIn()
    {
        using var browser = site.NewBrowser();

        (await browser.GetAsync("/account/password")).Path.ShouldBe("/sign-in?returnUrl=%2Faccount%2Fpassword");
    }

    [Fact]
    public async Task Post_GoodPassword_ReplacesTheOldOneAndEndsOtherSessions()
    {
        await site.StaffAsync("chenhua");
        using var here = await site.SignedInAsync("chenhua");
        using var elsewhere = await site.SignedInAsync("chenhua");

        (await ChangeAsync(here, GivenAccounts.Password, New)).Path.ShouldBe("/account");

        (await here.GetAsync("/account")).Path.ShouldBe("/account");
        (await elsewhere.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        using var later = site.NewBrowser();
        (await later.SignInAsync("chenhua")).Path.ShouldBe("/sign-in");
        (await later.SignInAsync("chenhua", New)).Path.ShouldBe("/desk");
    }

    [Fact]
    public async Task Post_WrongCurrentPassword_SaysSoAtTheFieldAndLocksAfterFive()
    {
        await site.StaffAsync("sunli");
        using var browser = await site.SignedInAsync("sunli");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await ChangeAsync(browser, "Wrong-1word", New)).ErrorAt("现在的密码").ShouldBe("现在的密码不对，再看一眼大小写。");
        }

        (await ChangeAsync(browser, GivenAccounts.Password, New)).ErrorAt("现在的密码").ShouldNotBeNull().ShouldContain("先停 30 分钟");
    }

    [Fact]
    public async Task Post_PasswordAgainstARule_SaysWhichAtTheField()
    {
        await site.StaffAsync("zhouming");
        using var browser = await site.SignedInAsync("zhouming");

        (await ChangeAsync(browser, GivenAccounts.Password, "abcdefgh")).ErrorAt("新密码").ShouldNotBeNull().ShouldContain("四种里要有三种");
        (await ChangeAsync(browser, GivenAccounts.Password, "Zhouming-2026")).ErrorAt("新密码").ShouldNotBeNull().ShouldContain("别带账号");
        var page = await browser.GetAsync("/account/password");
        var differs = await browser.PressAsync(page, "换成新密码", ("现在的密码", GivenAccounts.Password), ("新密码", New), ("新密码再填一遍", New + "x"));
        differs.ErrorAt("新密码再填一遍").ShouldBe("两遍新密码不一样，再填一次。");
        differs.Document.QuerySelectorAll("[data-errors] a").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Post_OneOfTheLastFive_IsRefusedTheSixthMayComeBack()
    {
        await site.StaffAsync("heping");
        using var browser = await site.SignedInAsync("heping");
        var current = GivenAccounts.Password;
        foreach (var next in (string[])["Moon-11river", "Moon-22river", "Moon-33river", "Moon-44river"])
        {
            (await ChangeAsync(browser, current, next)).Path.ShouldBe("/account");
            current = next;
        }

        (await ChangeAsync(browser, current, GivenAccounts.Password)).ErrorAt("新密码").ShouldNotBeNull().ShouldContain("最近 5 次");
        (await ChangeAsync(browser, current, "Moon-55river")).Path.ShouldBe("/account");
        (await ChangeAsync(browser, "Moon-55river", GivenAccounts.Password)).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Get_AnythingWithAOneTimePassword_LeadsHereFirst()
    {
        var made = await site.WithAsync<CreateAccountHandler, Result<NewAccount>>(handler => handler.ForStaffAsync(
            Actor.Platform("测试"), new CreateAccountForm { UserName = "newcomer", Name = "新来" }, TestContext.Current.CancellationToken));
        var oneTime = made.Value!.OneTimePassword!;
        using var browser = site.NewBrowser();

        var asked = await browser.SignInAsync("newcomer", oneTime);

        asked.Path.ShouldStartWith("/account/password");
        asked.Text.ShouldContain("一次性密码");
        (await browser.GetAsync("/")).Path.ShouldStartWith("/account/password");
        (await ChangeAsync(browser, oneTime, New)).Path.ShouldBe("/account");
        (await browser.GetAsync("/")).Path.ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_WithAOneTimePasswordOfLastWeek_IsRefused()
    {
        var made = await site.WithAsync<CreateAccountHandler, Result<NewAccount>>(handler => handler.ForStaffAsync(
            Actor.Platform("测试"), new CreateAccountForm { UserName = "latecomer", Name = "来晚" }, TestContext.Current.CancellationToken));
        site.Clock.Advance(TimeSpan.FromDays(7));
        using var browser = site.NewBrowser();

        (await browser.SignInAsync("latecomer", made.Value!.OneTimePassword!)).Text.ShouldContain("已经过期");
    }

    [Fact]
    public async Task Get_StaffAfterNinetyDays_MustChangeFirst()
    {
        await site.StaffAsync("oldpass");
        site.Clock.Advance(TimeSpan.FromDays(90));
        using var browser = site.NewBrowser();

        (await browser.SignInAsync("oldpass")).Text.ShouldContain("用了 90 天");
    }

    private static async Task<PageAnswer> ChangeAsync(Browser browser, string current, string wanted) => await browser.PressAsync(
        await browser.GetAsync("/account/password"), "换成新密码", ("现在的密码", current), ("新密码", wanted), ("新密码再填一遍", wanted));
}
