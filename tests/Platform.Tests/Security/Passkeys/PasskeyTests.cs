using System.Net;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Security.Passkeys;

public sealed class PasskeyTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Get_WithoutSignIn_AsksToSignIn()
    {
        using var browser = site.NewBrowser();

        (await browser.GetAsync("/account/passkeys")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Add_ThenSignInWithIt_NeedsNoPasswordEvenWhileTheNameIsLocked()
    {
        await site.StaffAsync("tangwei");
        using var phone = new SoftwareAuthenticator();
        using var browser = await site.SignedInAsync("tangwei");
        (await AddAsync(browser, phone)).Text.ShouldContain("我的手机");
        using var thief = site.NewBrowser();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await thief.SignInAsync("tangwei", "Wrong-1word");
        }

        using var elsewhere = site.NewBrowser();
        (await SignInAsync(elsewhere, phone)).Path.ShouldBe("/desk");

        (await elsewhere.GetAsync("/account/sessions")).Text.ShouldContain("通行密钥");
    }

    [Fact]
    public async Task Add_WithAWrongPassword_IsRefusedBeforeTheDeviceIsAsked()
    {
        await site.StaffAsync("xufang");
        using var browser = await site.SignedInAsync("xufang");
        var page = await browser.GetAsync("/account/passkeys");

        var answer = await browser.PostFormAsync(page, "/account/passkeys?handler=Options", ("Form.Current", "Wrong-1word"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Body.ShouldContain("现在的密码不对");
    }

    [Fact]
    public async Task Add_MadeForAnotherSite_IsRefused()
    {
        await site.StaffAsync("phished");
        using var phone = new SoftwareAuthenticator { Origin = "https://evil.example" };
        using var browser = await site.SignedInAsync("phished");

        (await AddAsync(browser, phone)).Text.ShouldContain("没有给出可用的通行密钥");
    }

    [Fact]
    public async Task SignIn_TheSameAnswerTwice_IsRefused()
    {
        await site.StaffAsync("replayed");
        using var phone = new SoftwareAuthenticator();
        using var browser = await site.SignedInAsync("replayed");
        await AddAsync(browser, phone);
        using var thief = site.NewBrowser();
        var page = await thief.GetAsync("/sign-in");
        var answer = phone.Get((await thief.PostFormAsync(page, "/sign-in?handler=PasskeyOptions")).Body);
        await thief.PostFormAsync(page, "/sign-in?handler=PasskeyOptions");

        (await thief.PostFormAsync(page, "/sign-in?handler=Passkey", ("credential", answer))).Text.ShouldContain("没认出来");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task SignIn_WithNonsense_IsRefusedPlainly(string credential)
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/sign-in");
        await browser.PostFormAsync(page, "/sign-in?handler=PasskeyOptions");

        (await browser.PostFormAsync(page, "/sign-in?handler=Passkey", ("credential", credential))).Text.ShouldContain("没认出来");
    }

    [Fact]
    public async Task Remove_TheKeyNoLongerSignsIn()
    {
        await site.StaffAsync("dropped");
        using var phone = new SoftwareAuthenticator();
        using var browser = await site.SignedInAsync("dropped");
        var page = await AddAsync(browser, phone);

        (await browser.PressAsync(page, "去掉")).Path.ShouldBe("/account/passkeys");

        using var elsewhere = site.NewBrowser();
        (await SignInAsync(elsewhere, phone)).Text.ShouldContain("没认出来");
    }

    private static async Task<PageAnswer> AddAsync(Browser browser, SoftwareAuthenticator device)
    {
        var page = await browser.GetAsync("/account/passkeys");
        var asked = await browser.PostFormAsync(page, "/account/passkeys?handler=Options", ("Form.Current", GivenAccounts.Password));
        asked.Status.ShouldBe(HttpStatusCode.OK);
        return await browser.PressAsync(page, "加一把", ("叫什么", "我的手机"), ("现在的密码", GivenAccounts.Password), ("Form.Credential", device.Create(asked.Body)));
    }

    private static async Task<PageAnswer> SignInAsync(Browser browser, SoftwareAuthenticator device)
    {
        var page = await browser.GetAsync("/sign-in");
        var asked = await browser.PostFormAsync(page, "/sign-in?handler=PasskeyOptions");
        return await browser.PressAsync(page, "用通行密钥登录", ("credential", device.Get(asked.Body)));
    }
}
