using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.SignIn;

/// <summary>
/// Signs in by a passkey. A lock after wrong passwords does not stop it: a passkey cannot be guessed, and so nobody can
/// lock its owner out.
/// </summary>
internal sealed class PasskeySignInHandler(AppDbContext db, IPasskeyHandler<Account> passkeys, PasskeyState states, SessionRegister sessions, TimeProvider clock)
{
    private const string Purpose = "sign-in";
    private static readonly Refusal Bad = new("bad-passkey", "这把通行密钥没认出来。再试一次，或用密码登录。");

    /// <summary>The options for navigator.credentials.get, as JSON; the same for everyone.</summary>
    public async Task<string> AskAsync(HttpContext http)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(user: null, http);
        states.Keep(http, Purpose, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    public async Task<Result<NewSession>> HandleAsync(HttpContext http, string? credential, Visit visit, CancellationToken stop)
    {
        var answer = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = credential ?? "",
            AssertionState = states.Take(http, Purpose),
        });
        if (!answer.Succeeded || answer.User.IsDisabled)
        {
            db.Happened(new SignInRefused(answer.User?.Id, answer.Succeeded ? "disabled" : "bad-passkey"));
            await db.SaveAsync(Actor.Visitor(visit.Address), stop);
            return Bad;
        }

        await NoteUseAsync(answer.Passkey, stop);
        var session = await sessions.StartAsync(answer.User, SignInWay.Passkey, visit, stop);
        await db.SaveAsync(new Actor(answer.User.Id, answer.User.DisplayName, [], visit.Address), stop);
        return new NewSession(session, answer.User.Kind);
    }

    private async Task NoteUseAsync(UserPasskeyInfo used, CancellationToken stop)
    {
        var passkey = await db.Set<Passkey>().SingleAsync(row => row.CredentialId == used.CredentialId, stop);
        (passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified, passkey.LastUsedAt) = (used.SignCount, used.IsBackedUp, used.IsUserVerified, clock.GetUtcNow());
    }
}
