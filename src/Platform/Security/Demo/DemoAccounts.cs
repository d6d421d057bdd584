using UnionHall.Platform.Data;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Text;

namespace UnionHall.Platform.Security.Demo;

/// <summary>Everyone of staff.csv and one worker, all with the demo password, which is hashed once.</summary>
internal sealed class DemoAccounts(AppDbContext db, Passwords passwords, CreateAccountHandler accounts, TimeProvider clock) : IDemoPart
{
    private static readonly Actor Loader = Actor.Platform("演示数据");

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        string? hash = null;
        var table = HeadedTable.Open(city.Open("staff.csv"));
        var (userName, name) = (table.Find("user_name"), table.Find("name"));
        foreach (var row in table.Rows)
        {
            var account = Account.ForStaff(row.At(userName), row.At(name), now);
            if (hash is null)
            {
                await passwords.SetAsync(account, DemoCity.Password, byOwner: true, row.At(userName), stop);
                hash = account.PasswordHash;
            }
            else
            {
                account.SetPassword(hash, byOwner: true, now);
            }

            db.Add(account);
            city.Staff.Add(row.At(userName), account.Id);
        }

        var worker = await accounts.AddWorkerAsync(new NewWorker(Mobile.Read(DemoCity.WorkerPhone).Value!, PersonName.Read(DemoCity.WorkerName).Value!, DemoCity.Password), stop);
        city.Worker = worker.Value;
        await db.SaveAsync(Loader, stop);
    }
}
