using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Security.Accounts;

/// <summary>
/// Whose accounts an administrator sees, and whose he may change. A one-time password opens everything its account may do,
/// so he must reach all of that; workers' accounts open sealed requests and are for those over the whole tree.
/// </summary>
internal sealed class AccountsInReach(AppDbContext db, IAccountReach reach)
{
    private static readonly Refusal Own = new("own-account", "自己的账号不能在这里改。换密码请到“账号与安全”；别的请另一位安全管理员来办。");

    private static readonly Refusal Elsewhere = new("posts-elsewhere", "他在您管理的范围以外还有职务，您改不了他的账号。请上级的安全管理员来办。");

    public ValueTask<bool> IsOverAllAsync(Actor actor, CancellationToken stop) => reach.IsOverAllAsync(actor, stop);

    public async Task<IQueryable<Account>> StaffAsync(Actor actor, CancellationToken stop)
    {
        var staff = db.Set<Account>().Where(account => account.Kind == AccountKind.Staff);
        if (await reach.IsOverAllAsync(actor, stop))
        {
            return staff;
        }

        var holders = await reach.InReachAsync(actor, stop);
        return staff.Where(account => holders.Contains(account.Id));
    }

    /// <summary>The account, to be changed; null when there is none in reach.</summary>
    public async Task<Account?> FindAsync(Actor actor, AccountId id, CancellationToken stop)
    {
        var seen = await reach.IsOverAllAsync(actor, stop) ? db.Set<Account>() : await StaffAsync(actor, stop);
        return await seen.SingleOrDefaultAsync(account => account.Id == id, stop);
    }

    /// <summary>Why the actor may not change this account, or null when he may.</summary>
    public async Task<Refusal?> WhyNotAsync(Actor actor, Account account, CancellationToken stop) =>
        actor.Account == account.Id ? Own
        : account.IsClosed ? AccountRefusals.IsClosed
        : (await reach.PostsOfAsync(actor, [account.Id], stop))[account.Id].All(post => post.IsInReach) ? null
        : Elsewhere;
}
