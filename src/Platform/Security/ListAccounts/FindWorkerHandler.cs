using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Text;

namespace UnionHall.Platform.Security.ListAccounts;

/// <summary>Finds a worker's account by the whole number, on the record: who has an account is nobody's to browse.</summary>
internal sealed class FindWorkerHandler(AppDbContext db, AccountsInReach reach, AccountFinder accounts)
{
    private const string Field = "Phone";

    public async Task<Result<AccountId>> HandleAsync(Actor actor, string? typed, CancellationToken stop)
    {
        if (!await reach.IsOverAllAsync(actor, stop))
        {
            return new Refusal("workers-out-of-reach", "职工的账号由市里的安全管理员管，请找他。", Field);
        }

        var read = Mobile.Read(typed);
        if (read.Value is not { } phone)
        {
            return new Refusal("phone-form", read.Sentence!, Field);
        }

        if (await accounts.WorkerAsync(phone, stop) is not { } account)
        {
            return new Refusal("worker-unknown", "没有用这个手机号注册的职工。", Field);
        }

        db.Happened(new WorkerLookedUp(account.Id));
        await db.SaveAsync(actor, stop);
        return account.Id;
    }
}
