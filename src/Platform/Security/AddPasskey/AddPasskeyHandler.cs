using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Text;

namespace UnionHall.Platform.Security.AddPasskey;

/// <summary>Asks the browser for a new passkey and keeps what it answers.</summary>
internal sealed class AddPasskeyHandler(
    AppDbContext db, AccountFinder accounts, OwnerCheck owner, IPasskeyHandler<Account> passkeys, PasskeyState states, TimeProvider clock)
{
    public const int Most = 10;
    private const string Purpose = "add";

    /// <summary>The options for navigator.credentials.create, as JSON; asked for with the password, so that no device keeps a key in vain.</summary>
    public async Task<Result<string>> AskAsync(Actor actor, HttpContext http, string password, CancellationToken stop)
    {
        var account = await accounts.ByIdAsync(actor.Account!.Value, stop);
        if (await owner.CheckAsync(account, password, nameof(AddPasskeyForm.Current), actor, stop) is { } stranger)
        {
            return stranger;
        }

        var asked = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName ?? account.DisplayName, DisplayName = account.DisplayName }, http);
        states.Keep(http, Purpose, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    public async Task<Result> HandleAsync(Actor actor, HttpContext http, AddPasskeyForm form, CancellationToken stop)
    {
        var account = await accounts.ByIdAsync(actor.Account!.Value, stop);
        if (await owner.CheckAsync(account, form.Current, nameof(form.Current), actor, stop) is { } stranger)
        {
            return stranger;
        }

        if (await db.Set<Passkey>().CountAsync(passkey => passkey.Account == account.Id, stop) >= Most)
        {
            return new Refusal("too-many-passkeys", $"一个账号最多 {Most} 把通行密钥。先去掉不用的，再加新的。");
        }

        var answer = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = form.Credential,
            AttestationState = states.Take(http, Purpose),
        });
        if (!answer.Succeeded || answer.UserEntity.Id != account.Id.ToString())
        {
            return new Refusal("bad-passkey", "这台设备没有给出可用的通行密钥，再点一次“加一把”试试。");
        }

        Keep(account, answer.Passkey, form.Name);
        await db.SaveAsync(actor, stop);
        return Result.Done;
    }

    private void Keep(Account account, UserPasskeyInfo made, string name)
    {
        db.Add(new Passkey
        {
            CredentialId = made.CredentialId,
            Account = account.Id,
            Name = PlainText.SingleLine(name),
            PublicKey = made.PublicKey,
            CreatedAt = clock.GetUtcNow(),
            SignCount = made.SignCount,
            Transports = made.Transports ?? [],
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AttestationObject = made.AttestationObject,
            ClientDataJson = made.ClientDataJson,
        });
        account.Restamp();
        db.Happened(new PasskeyAdded(account.Id));
    }
}
