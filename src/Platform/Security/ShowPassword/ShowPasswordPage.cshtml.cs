using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UnionHall.Platform.Security.ShowPassword;

/// <summary>A one-time password to be told to its owner.</summary>
[Needs(Permission.ManageAccess)]
[ResponseCache(NoStore = true)]
internal sealed class ShowPasswordPage(PasswordSlips slips, AccountDirectory accounts, ICurrentActor current) : PageModel
{
    /// <summary>Null when there is nothing to show any more.</summary>
    public string? Password { get; private set; }

    public AccountSummary Account { get; private set; } = null!;

    public async Task OnGetAsync(string? slip, CancellationToken stop)
    {
        if (slips.Open(await current.GetAsync(stop), slip) is { } opened && await accounts.FindAsync(new AccountId(opened.Account), stop) is { } account)
        {
            (Password, Account) = (opened.Password, account);
            return;
        }

        Response.StatusCode = StatusCodes.Status410Gone;
    }
}
