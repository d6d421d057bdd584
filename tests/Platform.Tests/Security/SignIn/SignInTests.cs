using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security.SignIn;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Security.SignIn;

public sealed class SignInTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Wrong = "账号或密码不对，再看一眼大小写。";

    [Fact]
    public async Task Post_StaffWithTheirPassword_OpensTheDesk()
    {
        await site.StaffAsync("chen");
        using var browser = site.NewBrowser();

        var answer = await browser.SignInAsync(" CHEN ");

        answer.Path.ShouldBe("/desk");
    }

    [Fact]
    public async Task Post_WrongPassword_TellsTheSameAsForNobodyAndKeepsTheName()
    {
        await site.StaffAsync("zhao");
        using var browser = site.NewBrowser();

        var known = await browser.SignInAsync("zhao", "Wrong-1word");
        var unknown = await browser.SignInAsync("nobody", "Wrong-1word");

        known.ErrorAt("手机号或账号").ShouldBe(Wrong);
        unknown.ErrorAt("手机号或账号").ShouldBe(Wrong);
        known.ValueOf("手机号或账号").ShouldBe("zhao");
        known.ValueOf("密码").ShouldBe("");
    }

    [Theory]
    [InlineData("sun", true)]
    [InlineData("13800138111", false)]
    public async Task Post_FiveWrongPasswords_LocksTheNameForHalfAnHourWhetherItExistsOrNot(string name, bool exists)
    {
        if (exists)
        {
            await site.StaffAsync(name);
        }

        using var browser = site.NewBrowser();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            (await browser.SignInAsync(name, "Wrong-1word")).ErrorAt("手机号或账号").ShouldBe(Wrong);
        }

        (await browser.SignInAsync(name, "Wrong-1word")).Text.ShouldContain("先锁住");
        (await browser.SignInAsync(name)).Text.ShouldContain("先锁住");
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        (await browser.SignInAsync(name)).Path.ShouldBe(exists ? "/desk" : "/sign-in");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Post_ReturnUrlElsewhere_IsIgnored(string target)
    {
        await site.StaffAsync("feng" + Math.Abs(target.GetHashCode(StringComparison.Ordinal)));
        using var browser = site.NewBrowser();

        var answer = await browser.SignInAsync("feng" + Math.Abs(target.GetHashCode(StringComparison.Ordinal)), page: "/sign-in?returnUrl=" + Uri.EscapeDataString(target));

        answer.Address.Host.ShouldBe("localhost");
        answer.Path.ShouldBe("/desk");
    }

    [Fact]
    public async Task Get_DeskWithoutSignIn_AsksToSignIn()
    {
        using var browser = site.NewBrowser();

        (await browser.GetAsync("/desk/anything")).Path.ShouldStartWith("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_DeskWithoutPost_IsForbidden()
    {
        await site.StaffAsync("qian");
        using var browser = await site.SignedInAsync("qian");

        (await browser.GetAsync("/DESK/anything")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_StaffAfterHalfAnHourOfNothing_MustSignInAgain()
    {
        await site.StaffAsync("zhou");
        using var browser = await site.SignedInAsync("zhou");

        site.Clock.Advance(TimeSpan.FromMinutes(29));
        (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.Forbidden);
        site.Clock.Advance(TimeSpan.FromMinutes(29));
        (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.Forbidden);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        (await browser.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("/notices/count")]
    [InlineData("/live/elsewhere")]
    public async Task Get_WhatAPageAsksByItself_KeepsNoSessionAlive(string address)
    {
        var name = "away" + address.Length;
        await site.StaffAsync(name);
        using var browser = await site.SignedInAsync(name);

        site.Clock.Advance(TimeSpan.FromMinutes(20));
        (await browser.GetAsync(address)).Path.ShouldBe(address);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await browser.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Sweep_ForgetsOldAttempts_AndKeepsLocks()
    {
        using var browser = site.NewBrowser();
        await browser.SignInAsync("longago", "Wrong-1word");
        site.Clock.Advance(TimeSpan.FromDays(2));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await browser.SignInAsync("guessed", "Wrong-1word");
        }

        site.Services.GetServices<RecurringJobType>().ShouldContain(job => job.Type == typeof(SweepSignInAttempts));
        await site.WithAsync<SweepSignInAttempts>(sweep => sweep.RunAsync(TestContext.Current.CancellationToken));

        (await site.WithAsync<AppDbContext, int>(db => db.Set<SignInAttempts>().CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
        (await browser.SignInAsync("guessed")).Text.ShouldContain("先锁住");
    }

    [Fact]
    public async Task Get_StaffAfterTwelveHours_MustSignInAgainHoweverBusy()
    {
        await site.StaffAsync("wujing");
        using var browser = await site.SignedInAsync("wujing");
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            (await browser.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.Forbidden);
            site.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        (await browser.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task SignOut_EndsTheSessionItselfNotOnlyTheCookie()
    {
        await site.StaffAsync("zheng");
        using var browser = await site.SignedInAsync("zheng");
        var page = await browser.GetAsync("/sign-out");

        (await browser.PressAsync(page, "退出登录")).Path.ShouldBe("/");

        (await browser.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
    }
}
