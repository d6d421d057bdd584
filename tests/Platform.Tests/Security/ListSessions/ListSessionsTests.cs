using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Security.ListSessions;

public sealed class ListSessionsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Get_WithoutSignIn_AsksToSignIn()
    {
        using var browser = site.NewBrowser();

        (await browser.GetAsync("/account/sessions")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Post_EndAnother_SignsThatDeviceOutAndNotThisOne()
    {
        await site.StaffAsync("liuyan");
        using var other = await site.SignedInAsync("liuyan");
        using var here = await site.SignedInAsync("liuyan");
        var page = await here.GetAsync("/account/sessions");
        page.Text.ShouldContain("这台设备");

        (await here.PressAsync(page, "让它退出")).Path.ShouldBe("/account/sessions");

        (await other.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await here.GetAsync("/account")).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Post_EndOthers_LeavesOnlyThisDevice()
    {
        await site.StaffAsync("maoyi");
        using var first = await site.SignedInAsync("maoyi");
        using var second = await site.SignedInAsync("maoyi");
        using var here = await site.SignedInAsync("maoyi");

        await here.PressAsync(await here.GetAsync("/account/sessions"), "全部退出");

        (await first.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await second.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await here.GetAsync("/account/sessions")).HasButton("全部退出").ShouldBeFalse();
    }

    [Fact]
    public async Task Post_EndSomeoneElsesSession_DoesNothing()
    {
        await site.StaffAsync("victim");
        await site.StaffAsync("thief");
        using var victim = await site.SignedInAsync("victim");
        using var other = await site.SignedInAsync("victim");
        using var thief = await site.SignedInAsync("thief");
        using var second = await site.SignedInAsync("thief");
        var id = (await victim.GetAsync("/account/sessions")).Document.QuerySelector("input[name=id]")!.GetAttribute("value")!;

        await thief.PressAsync(await thief.GetAsync("/account/sessions"), "让它退出", ("id", id));

        (await other.GetAsync("/account")).Path.ShouldBe("/account");
    }

    [Fact]
    public async Task SignIn_OnASixthDevice_EndsTheOldestSession()
    {
        await site.StaffAsync("manydevices");
        using var oldest = await site.SignedInAsync("manydevices");
        for (var more = 0; more < 5; more++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            using var next = await site.SignedInAsync("manydevices");
        }

        (await oldest.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
    }
}
