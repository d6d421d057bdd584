using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;

namespace UnionHall.Platform.Notices;

/// <summary>The notices of each account: sent in the transaction of what they tell of, seen on every page as a count.</summary>
public sealed class NoticeBoard(NoticeKinds kinds, TimeProvider clock)
{
    private const int LongestTitle = 200;

    /// <summary>
    /// Puts one notice on each account's board, once the caller saves; open pages are told after the commit. A job that runs
    /// again tells nobody twice: of two that run at once, one fails to save and finds nobody left to tell when it is tried again.
    /// </summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="accounts">Who is told; each once.</param>
    /// <param name="title">One Chinese line without personal data of third persons.</param>
    /// <param name="link">A path of this site.</param>
    /// <param name="kind">The code of a registered <see cref="NoticeKind"/>.</param>
    /// <returns>How many are told, now or when they want to hear it.</returns>
    public async Task<int> SendAsync(AppDbContext db, IEnumerable<AccountId> accounts, string title, string link, string kind, CancellationToken stop)
    {
        if (!LocalPath.Is(link))
        {
            throw new ArgumentException("A notice leads to a path of this site.", nameof(link));
        }

        var told = db.Job is { } job ? await db.Set<Notice>().Where(notice => notice.Job == job).Select(notice => notice.Account).ToListAsync(stop) : [];
        var fresh = accounts.Except(told).ToList();
        if (fresh.Count == 0)
        {
            return 0;
        }

        var (now, occasion) = (clock.GetUtcNow(), kinds.Of(kind));
        var wishes = occasion.IsUrgent ? [] : await db.Set<NoticeWish>().AsNoTracking().Where(wish => fresh.Contains(wish.Account)).ToDictionaryAsync(wish => wish.Account, stop);
        foreach (var account in fresh)
        {
            var (state, dueAt) = wishes.GetValueOrDefault(account)?.Of(occasion, now) ?? (NoticeState.Sent, null);
            db.Add(new Notice
            {
                Id = new NoticeId(SortableId.Next(now)),
                Account = account,
                At = now,
                Title = title[..Math.Min(title.Length, LongestTitle)],
                Link = link,
                Kind = kind,
                Job = db.Job,
                State = state,
                DueAt = dueAt,
                SentAt = state == NoticeState.Sent ? now : null,
                Attempts = state == NoticeState.Sent ? 1 : 0,
            });
            if (state == NoticeState.Sent)
            {
                db.SignalAfterSave(LiveEndpoint.NoticeTopic(account));
            }
        }

        return fresh.Count;
    }
}
