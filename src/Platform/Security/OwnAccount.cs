using UnionHall.Platform.Security.Accounts;
using UnionHall.Text;

namespace UnionHall.Platform.Security;

/// <summary>What another module may change of the account of the one who is signed in. Nothing is saved here: the caller saves.</summary>
public sealed class OwnAccount
{
    private readonly AccountFinder accounts;
    private readonly OwnerCheck owner;
    private readonly Vault vault;

    internal OwnAccount(AccountFinder accounts, OwnerCheck owner, Vault vault) => (this.accounts, this.owner, this.vault) = (accounts, owner, vault);

    /// <summary>Asks for the password once more.</summary>
    /// <param name="field">The form field of the password, for the refusal.</param>
    /// <returns>The refusal, or null when it is his password.</returns>
    public async Task<Refusal?> ConfirmAsync(Actor actor, string password, string field, CancellationToken stop) =>
        await owner.CheckAsync(await accounts.ByIdAsync(actor.Account!.Value, stop), password, field, actor, stop);

    /// <summary>Changes the name a worker is greeted by.</summary>
    public async Task RenameAsync(AccountId worker, PersonName name, CancellationToken stop)
    {
        var account = await accounts.ByIdAsync(worker, stop);
        if (account.DisplayName != WorkerName.Of(name))
        {
            account.Rename(WorkerName.Of(name));
        }
    }

    /// <summary>Changes the number a worker signs in with. Refuses one that another worker signs in with.</summary>
    public async Task<Result> ChangePhoneAsync(AccountId worker, Mobile phone, string field, CancellationToken stop)
    {
        if (await accounts.WorkerAsync(phone, stop) is { } holder && holder.Id != worker)
        {
            return new Refusal("phone-taken", "这个手机号现在用不了。换一个，或打 12351 问问。", field);
        }

        (await accounts.ByIdAsync(worker, stop)).ChangePhone(vault.Seal(phone));
        return Result.Done;
    }
}
