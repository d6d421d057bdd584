using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices.ListNotices;

internal sealed class NoticesQuery(AppDbContext db)
{
    public const int PageSize = 50;

    /// <summary>One page of the account's notices, newest first, and one more where there is a next page.</summary>
    /// <param name="digest">Only what this line stands for; null: all but what stands behind such a line or is still gathered.</param>
    public async Task<IReadOnlyList<Notice>> PageAsync(AccountId account, Guid? after, Guid? digest, CancellationToken stop)
    {
        var notices = digest is null
            ? db.Set<Notice>().FromSql($"select * from notice where account = {account.Value} and ({after}::uuid is null or id < {after}) and digest is null and state <> 'gathered'")
            : db.Set<Notice>().FromSql($"select * from notice where digest = {digest} and account = {account.Value} and ({after}::uuid is null or id < {after})");
        return await notices.AsNoTracking().OrderByDescending(notice => notice.Id).Take(PageSize + 1).ToListAsync(stop);
    }

    /// <summary>What is gathered so far, the oldest first, a page at most.</summary>
    public async Task<IReadOnlyList<Notice>> GatheredAsync(AccountId account, CancellationToken stop) => await db.Set<Notice>().AsNoTracking()
        .Where(notice => notice.Account == account && notice.State == NoticeState.Gathered).OrderBy(notice => notice.Id).Take(PageSize).ToListAsync(stop);
}
