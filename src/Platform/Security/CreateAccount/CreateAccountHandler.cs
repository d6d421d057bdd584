using System.Text.RegularExpressions;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Text;

namespace UnionHall.Platform.Security;

/// <summary>Makes accounts.</summary>
public sealed partial class CreateAccountHandler
{
    private readonly AppDbContext db;
    private readonly AccountFinder accounts;
    private readonly Passwords passwords;
    private readonly Vault vault;
    private readonly TimeProvider clock;

    internal CreateAccountHandler(AppDbContext db, AccountFinder accounts, Passwords passwords, Vault vault, TimeProvider clock) =>
        (this.db, this.accounts, this.passwords, this.vault, this.clock) = (db, accounts, passwords, vault, clock);

    /// <summary>Makes and saves a staff account. It can do nothing until Organisation gives it a post.</summary>
    public async Task<Result<NewAccount>> ForStaffAsync(Actor actor, CreateAccountForm form, CancellationToken stop)
    {
        if (Read(form, out var userName, out var name, out var phone) is { } fault)
        {
            return fault;
        }

        if (await accounts.StaffAsync(userName, stop) is not null)
        {
            return new Refusal("user-name-taken", $"账号 {userName} 已经有人用了，换一个。", nameof(form.UserName));
        }

        var account = Account.ForStaff(userName, name!.Text, clock.GetUtcNow());
        if (phone is not null)
        {
            account.KeepPhone(vault.Seal(phone));
        }

        var oneTime = form.Password is null ? Passwords.Generate() : null;
        var set = await passwords.SetAsync(account, form.Password ?? oneTime!, byOwner: oneTime is null, userName, stop);
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        db.Add(account);
        await db.SaveAsync(actor, stop);
        return new NewAccount(account.Id, userName, oneTime);
    }

    /// <summary>
    /// Adds a worker's account to the context; the caller saves it together with the person. Refuses with code
    /// phone-taken when the number already has an account, which a page must not tell to a stranger.
    /// </summary>
    public async Task<Result<AccountId>> AddWorkerAsync(NewWorker worker, CancellationToken stop)
    {
        var account = Account.ForWorker(vault.Seal(worker.Phone), WorkerName.Of(worker.Name), clock.GetUtcNow());
        var set = await passwords.SetAsync(account, worker.Password, byOwner: true, worker.Phone.Number, stop);
        if (set.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await accounts.WorkerAsync(worker.Phone, stop) is not null)
        {
            return new Refusal("phone-taken", "这个手机号已经注册过。", "Phone");
        }

        db.Add(account);
        return account.Id;
    }

    private static Refusal? Read(CreateAccountForm form, out string userName, out PersonName? name, out Mobile? phone)
    {
        userName = form.UserName.Trim().ToLowerInvariant();
        var readName = PersonName.Read(form.Name);
        var readPhone = string.IsNullOrWhiteSpace(form.Phone) ? null : Mobile.Read(form.Phone);
        (name, phone) = (readName.Value, readPhone?.Value);
        return !UserNameForm().IsMatch(userName)
                ? new Refusal("user-name-form", "账号用 3 到 32 个字母、数字、点、横线或下划线，以字母开头。", nameof(form.UserName))
            : !readName.Succeeded ? new Refusal("name-form", readName.Sentence, nameof(form.Name))
            : readPhone is { Succeeded: false } ? new Refusal("phone-form", readPhone.Sentence, nameof(form.Phone))
            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9._-]{2,31}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UserNameForm();
}
