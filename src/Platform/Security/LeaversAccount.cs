using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security;

/// <summary>The account of someone who hands everything over and leaves. Whoever hands over must reach all that he holds.</summary>
public sealed class LeaversAccount
{
    private readonly AccountFinder accounts;
    private readonly SessionRegister sessions;
    private readonly TimeProvider clock;

    internal LeaversAccount(AccountFinder accounts, SessionRegister sessions, TimeProvider clock) =>
        (this.accounts, this.sessions, this.clock) = (accounts, sessions, clock);

    /// <summary>Disables it and ends its sessions. Nothing is saved here: the caller saves, then calls <see cref="Forget"/>.</summary>
    public async Task DisableAsync(AccountId leaver, CancellationToken stop)
    {
        if ((await accounts.ByIdAsync(leaver, stop)).Disable(clock.GetUtcNow()).Succeeded)
        {
            await sessions.EndAllAsync(leaver, SessionEnd.AccountDisabled, except: null, stop);
        }
    }

    /// <summary>Lets this node ask for the account's sessions again.</summary>
    public void Forget(AccountId leaver) => sessions.Forget(leaver);
}
