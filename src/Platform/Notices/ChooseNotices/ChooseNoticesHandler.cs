using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices.ChooseNotices;

/// <summary>Keeps how somebody wants to be told. What waits already is told as it was to be.</summary>
internal sealed class ChooseNoticesHandler(AppDbContext db, NoticeKinds kinds)
{
    private static readonly Refusal HalfRest = new("rest-half", "休息时间要有头有尾，两个都填，或者都空着。", "QuietTo");
    private static readonly Refusal NoRest = new("rest-empty", "开头和结尾是同一个时间，等于没有休息时间。", "QuietTo");
    private static readonly Refusal NoHour = new("digest-hour", "选了攒着一起说，还要说好每天几点。", "DigestAt");

    public Task<NoticeWish?> FindAsync(AccountId account, CancellationToken stop) =>
        db.Set<NoticeWish>().SingleOrDefaultAsync(wish => wish.Account == account, stop);

    /// <summary>What somebody of this side can choose about.</summary>
    public IReadOnlyList<NoticeKind> KindsFor(NoticeFor side) => [.. kinds.All.Where(kind => kind.For.HasFlag(side) && kind.Code != DeliverNotices.Digest)];

    public async Task<Result> HandleAsync(Actor actor, ChooseNoticesForm form, CancellationToken stop)
    {
        var gathered = KindsFor(actor.IsStaff ? NoticeFor.Staff : NoticeFor.Workers).Where(kind => !kind.IsUrgent && form.Gathered.Contains(kind.Code)).Select(kind => kind.Code).ToList();
        if (RefusalOf(form, gathered.Count) is { } refusal)
        {
            return refusal;
        }

        var account = actor.Account!.Value;
        var wish = await FindAsync(account, stop);
        if (wish is null)
        {
            db.Add(wish = new NoticeWish { Account = account });
        }

        (wish.QuietFrom, wish.QuietTo, wish.DigestAt, wish.DigestKinds) = (form.QuietFrom, form.QuietTo, gathered.Count > 0 ? form.DigestAt : null, gathered);
        db.Happened(new NoticesChosen(account));
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }

    private static Refusal? RefusalOf(ChooseNoticesForm form, int gathered) =>
        form.QuietFrom is null != form.QuietTo is null ? HalfRest
        : form.QuietFrom is not null && form.QuietFrom == form.QuietTo ? NoRest
        : gathered > 0 && form.DigestAt is null ? NoHour
        : null;
}
