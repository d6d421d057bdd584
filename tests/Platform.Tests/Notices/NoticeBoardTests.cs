using UnionHall.Platform.Data;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Notices.ListNotices;
using UnionHall.Platform.Notices.ReadNotice;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Jobs;

namespace UnionHall.Platform.Tests.Notices;

public sealed class NoticeBoardTests(JobSite site) : IClassFixture<JobSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AccountId li = AccountId.Next();
    private readonly AccountId zhou = AccountId.Next();

    [Fact]
    public async Task ANotice_ReachesEachAccountOnce_AndCountsUntilItIsRead()
    {
        await SendAsync([li, zhou, li], "/requests/1");

        (await UnreadAsync(li)).ShouldBe(1);
        (await UnreadAsync(zhou)).ShouldBe(1);
        var notice = (await PageAsync(li)).ShouldHaveSingleItem();
        (await site.WithAsync<ReadNoticeHandler, string?>(handler => handler.ReadAsync(zhou, notice.Id.Value, stop))).ShouldBeNull();
        (await site.WithAsync<ReadNoticeHandler, string?>(handler => handler.ReadAsync(li, notice.Id.Value, stop))).ShouldBe("/requests/1");
        (await UnreadAsync(li)).ShouldBe(0);
        (await UnreadAsync(zhou)).ShouldBe(1);
    }

    [Fact]
    public async Task ReadingAll_LeavesOtherAccountsAlone()
    {
        await SendAsync([li, zhou], "/a");
        await SendAsync([li], "/b");

        await site.WithAsync<ReadNoticeHandler>(handler => handler.ReadAllAsync(li, stop));

        (await UnreadAsync(li)).ShouldBe(0);
        (await UnreadAsync(zhou)).ShouldBe(1);
    }

    [Fact]
    public async Task ALongList_IsTurnedPageByPage()
    {
        for (var i = 0; i < 60; i++)
        {
            await SendAsync([li], $"/{i}");
        }

        var first = await PageAsync(li);
        first.Count.ShouldBe(51);
        var rest = await site.WithAsync<NoticesQuery, IReadOnlyList<Notice>>(query => query.PageAsync(li, first[49].Id.Value, null, stop));
        rest.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task ALinkThatLeadsAway_IsAnError(string link) =>
        await Should.ThrowAsync<ArgumentException>(() => SendAsync([li], link));

    private Task SendAsync(AccountId[] accounts, string link) => site.WithAsync<AppDbContext>(async db =>
    {
        await new NoticeBoard(TestKinds.All, site.Clock).SendAsync(db, accounts, "有一件新的诉求派到您这里", link, TestKinds.Plain, stop);
        db.Happened(new BellRang(Guid.CreateVersion7(), "通知"));
        await db.SaveAsync(Actor.Platform("敲钟"), stop);
    });

    private Task<int> UnreadAsync(AccountId account) => site.WithAsync<UnreadNotices, int>(unread => unread.CountAsync(account, stop));

    private Task<IReadOnlyList<Notice>> PageAsync(AccountId account) =>
        site.WithAsync<NoticesQuery, IReadOnlyList<Notice>>(query => query.PageAsync(account, null, null, stop));
}
