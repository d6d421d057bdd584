using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Text;

namespace UnionHall.Platform.Security.ReadAccount;

/// <summary>账号与安全: how the owner signs in.</summary>
[Authorize]
internal sealed class ReadAccountPage(AppDbContext db, Vault vault, SessionRegister sessions) : PageModel
{
    public Account Account { get; private set; } = null!;

    /// <summary>The user name, or the mobile number with its middle hidden.</summary>
    public string SignsInBy { get; private set; } = "";

    public int Devices { get; private set; }

    public int Passkeys { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var id = SessionState.Of(HttpContext).Account;
        Account = await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == id, stop);
        SignsInBy = Account.UserName ?? Masking.Mobile(vault.Open(Account.Phone!, AccountPhone.Purpose));
        Devices = (await sessions.OpenAsync(id, Account.Kind, stop)).Count;
        Passkeys = await db.Set<Passkey>().CountAsync(passkey => passkey.Account == id, stop);
    }
}
