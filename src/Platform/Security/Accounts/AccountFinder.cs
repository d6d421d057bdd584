using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.SignIn;
using UnionHall.Text;

namespace UnionHall.Platform.Security.Accounts;

/// <summary>Loads accounts to be changed.</summary>
internal sealed class AccountFinder(AppDbContext db, Vault vault)
{
    public Task<Account?> ByNameAsync(SignInName name, CancellationToken stop) =>
        name.Phone is null ? StaffAsync(name.Text, stop) : WorkerAsync(name.Phone, stop);

    public Task<Account?> StaffAsync(string userName, CancellationToken stop) =>
        db.Set<Account>().SingleOrDefaultAsync(account => account.UserName == userName, stop);

    public Task<Account?> WorkerAsync(Mobile phone, CancellationToken stop)
    {
        var print = vault.Print(phone);
        return db.Set<Account>().SingleOrDefaultAsync(account => account.Kind == AccountKind.Worker && account.PhonePrint == print, stop);
    }

    public Task<Account> ByIdAsync(AccountId id, CancellationToken stop) => db.Set<Account>().SingleAsync(account => account.Id == id, stop);
}
