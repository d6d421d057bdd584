using System.Net;
using UnionHall.Platform.Data;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Notices;

/// <summary>Hours of rest and the digest as their reader sees them, and the ledger as the administrator does.</summary>
public sealed class NoticeLedgerTests(JobSite site) : IClassFixture<JobSite>, IAsyncLifetime
{
    private static readonly DateTimeOffset Night = new(2026, 11, 20, 15, 30, 0, TimeSpan.Zero);

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        site.Clock.Set(Night.AddHours(-10));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task InHoursOfRest_AMessageIsThere_ButRingsOnlyAfterwards_AndAnUrgentOneAtOnce()
    {
        using var browser = await site.SignedInAsAsync(Role.Handler);
        var me = site.LastSignedIn;
        await WishAsync(me, new NoticeWish { Account = me, QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(7, 0) });
        site.Clock.Set(Night);
        await SendAsync(me, "不急的一条", TestKinds.Plain);

        (await UnreadAsync(me)).ShouldBe(0);
        await SendAsync(me, "急的一条", TestKinds.Urgent);
        (await UnreadAsync(me)).ShouldBe(1);
        await DeliverAsync();
        (await UnreadAsync(me)).ShouldBe(1);

        site.Clock.Set(Night.AddHours(7.5));
        await DeliverAsync();
        (await UnreadAsync(me)).ShouldBe(2);
        (await site.AskAsync<long>("select count(*) from notice where account = $1 and state = 'sent' and attempts = 1 and sent_at is not null", me.Value)).ShouldBe(2);
        await DeliverAsync();
        (await UnreadAsync(me)).ShouldBe(2);
    }

    [Fact]
    public async Task WhatIsGathered_IsToldInOneLine_ThatLeadsToAll()
    {
        var six = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        site.Clock.Set(six.AddMinutes(-10));
        using var browser = await site.SignedInAsAsync(Role.Handler);
        var me = site.LastSignedIn;
        await WishAsync(me, new NoticeWish { Account = me, DigestAt = new TimeOnly(18, 0), DigestKinds = [TestKinds.Plain] });
        await SendAsync(me, "头一条", TestKinds.Plain);
        await SendAsync(me, "第二条", TestKinds.Plain);
        (await UnreadAsync(me)).ShouldBe(0);
        (await browser.GetAsync("/notices")).Text.ShouldContain("攒着 2 条");

        await DeliverAsync();
        (await UnreadAsync(me)).ShouldBe(0);
        site.Clock.Set(six.AddSeconds(1));
        await DeliverAsync();
        await DeliverAsync();

        (await UnreadAsync(me)).ShouldBe(1);
        var list = await browser.GetAsync("/notices");
        list.Text.ShouldNotContain("头一条");
        var all = await browser.GetAsync(list.LinkTo("攒了 2 条消息"));
        all.Title.ShouldBe("攒下的消息");
        all.Text.ShouldContain("头一条");
        all.Text.ShouldContain("第二条");
        (await UnreadAsync(me)).ShouldBe(0);
        using var other = await site.SignedInAsAsync(Role.Handler);
        (await other.GetAsync(all.Path)).Text.ShouldNotContain("头一条");
    }

    [Fact]
    public async Task AKindThatNobodyRegistered_IsAnError() =>
        await Should.ThrowAsync<ArgumentException>(() => SendAsync(AccountId.Next(), "哪来的", "never-heard-of"));

    [Fact]
    public async Task TheWish_IsRefusedAtItsField_AndKept()
    {
        using var browser = await site.SignedInAsAsync(Role.Handler);
        var form = await browser.GetAsync("/account/notices");
        (await browser.PressAsync(form, "就这样提醒", ("从", "22:00"))).ErrorAt("到").ShouldBe("休息时间要有头有尾，两个都填，或者都空着。");
        (await browser.PressAsync(form, "就这样提醒", ("从", "22:00"), ("到", "22:00"))).ErrorAt("到").ShouldNotBeNull().ShouldContain("同一个时间");
        (await browser.PressAsync(form, "就这样提醒", ("从", "晚上"), ("到", "07:00"))).ErrorAt("从").ShouldNotBeNull();

        (await browser.PressAsync(form, "就这样提醒", ("从", "22:00"), ("到", "07:00"))).Text.ShouldContain("以后照这样提醒");
        var again = await browser.GetAsync("/account/notices");
        again.ValueOf("从").ShouldStartWith("22:00");
        again.ValueOf("到").ShouldStartWith("07:00");
        (await browser.PressAsync(again, "就这样提醒", ("从", ""), ("到", ""))).Text.ShouldContain("以后照这样提醒");
        (await site.AskAsync<long>("select count(*) from notice_wish where account = $1 and quiet_from is null", site.LastSignedIn.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task TheLedger_ShowsEveryMessage_WithoutItsWords_ToTheAdministratorOnly()
    {
        using var handler = await site.SignedInAsAsync(Role.Handler);
        var me = site.LastSignedIn;
        await SendAsync(me, "只给本人看的话", TestKinds.Plain);
        (await handler.GetAsync("/admin/notices")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = await site.SignedInAsAsync(Role.SystemAdmin);

        var page = await admin.GetAsync("/admin/notices");

        page.Text.ShouldContain("站内");
        page.Text.ShouldContain("送到了");
        page.Text.ShouldNotContain("只给本人看的话");
        (await admin.GetAsync("/admin/notices?state=Waiting&kind=bell-rang")).Text.ShouldContain("这几天没有这样的消息");
        (await admin.GetAsync("/admin/notices?who=nobody-at-all")).Text.ShouldContain("没有账号叫");
        (await admin.GetAsync("/admin/notices?from=2026-01-01&to=2026-01-02")).Text.ShouldContain("这几天没有这样的消息");
        (await admin.GetAsync("/admin/notices?from=2020-01-01&to=2026-11-20")).Text.ShouldContain("一次最多看 92 天，从 2026-08-21 看起");
        (await admin.GetAsync("/admin/notices?from=0001-01-01&to=9999-12-31")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin/notices?to=0001-01-02")).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin/notices?from=x&state=9&after=y")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task WishAsync(AccountId account, NoticeWish wish) => site.WithAsync<AppDbContext>(async db =>
    {
        db.Add(wish);
        db.Happened(new NoticesChosen(account));
        await db.SaveAsync(Actor.Platform("设置"), stop);
    });

    private Task SendAsync(AccountId account, string title, string kind) => site.WithAsync<AppDbContext>(async db =>
    {
        await new NoticeBoard(TestKinds.All, site.Clock).SendAsync(db, [account], title, "/notices", kind, stop);
        db.Happened(new BellRang(Guid.CreateVersion7(), "通知"));
        await db.SaveAsync(Actor.Platform("敲钟"), stop);
    });

    private Task DeliverAsync() => site.WithAsync<DeliverNotices>(job => job.RunAsync(stop));

    private Task<int> UnreadAsync(AccountId account) => site.WithAsync<UnreadNotices, int>(unread => unread.CountAsync(account, stop));
}
