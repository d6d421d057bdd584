using System.Net;
using UnionHall.Platform.Data;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Jobs;

namespace UnionHall.Platform.Tests.Notices;

public sealed class NoticePagesTests(JobSite site) : IClassFixture<JobSite>
{
    [Fact]
    public async Task Get_Visitor_AsksToSignIn()
    {
        using var visitor = site.NewBrowser();

        (await visitor.GetAsync("/notices")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Get_NothingThere_SaysWhenSomethingWillBe()
    {
        using var browser = await site.SignedInAsAsync(Role.Handler);

        (await browser.GetAsync("/notices")).Text.ShouldContain("现在没有通知");
    }

    [Fact]
    public async Task ANotice_IsCounted_LeadsOn_AndIsReadThen()
    {
        using var browser = await site.SignedInAsAsync(Role.Handler);
        await SendAsync(site.LastSignedIn, "派来一件：夜班没有热饭", "/sign-out");

        (await browser.GetAsync("/notices/count")).Text.ShouldContain("1 条没看");
        var list = await browser.GetAsync("/notices");
        var target = await browser.GetAsync(list.LinkTo("夜班没有热饭"));
        target.Path.ShouldBe("/sign-out");

        (await browser.GetAsync("/notices/count")).Text.ShouldNotContain("没看");
    }

    [Fact]
    public async Task Get_SomeoneElsesNotice_IsMissing()
    {
        using var owner = await site.SignedInAsAsync(Role.Handler);
        await SendAsync(site.LastSignedIn, "只给一个人", "/");
        var link = (await owner.GetAsync("/notices")).LinkTo("只给一个人");
        using var other = await site.SignedInAsAsync(Role.Handler);

        (await other.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync("/notices/count")).Text.ShouldContain("1 条没看");
    }

    [Fact]
    public async Task Post_ReadAll_LeavesNothingUnread()
    {
        using var browser = await site.SignedInAsAsync(Role.Handler);
        await SendAsync(site.LastSignedIn, "一", "/");
        await SendAsync(site.LastSignedIn, "二", "/");

        var page = await browser.PressAsync(await browser.GetAsync("/notices"), "都标成看过");

        page.Text.ShouldNotContain("没看");
        page.HasButton("都标成看过").ShouldBeFalse();
    }

    private Task SendAsync(AccountId account, string title, string link) => site.WithAsync<AppDbContext>(async db =>
    {
        await new NoticeBoard(TestKinds.All, site.Clock).SendAsync(db, [account], title, link, TestKinds.Plain, TestContext.Current.CancellationToken);
        db.Happened(new BellRang(Guid.CreateVersion7(), "通知"));
        await db.SaveAsync(Actor.Platform("敲钟"), TestContext.Current.CancellationToken);
    });
}
