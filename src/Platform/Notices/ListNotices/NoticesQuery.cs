using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices.ListNotices;

internal sealed class NoticesQuery(AppDbContext db)
{
    public const int PageSize = 50;

    /// <summary>One page of the account's notices, newest first, and one more where there is a next page.</summary>
    public async Task<IReadOnlyList<Notice>> PageAsync(AccountId account, Guid? after, CancellationToken stop)
    {
        var notices = db.Set<Notice>().FromSql($"select * from notice where account = {account.Value} and ({after}::uuid is null or id < {after})");
        return await notices.AsNoTracking().OrderByDescending(notice => notice.Id).Take(PageSize + 1).ToListAsync(stop);
    }
}
