using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security.ListAccounts;

internal sealed class ListAccountsCommand(AppDbContext db) : ICommand
{
    public string Verb => "accounts list";

    public string Arguments => "[--json]";

    public string Summary => "列出工作人员账号。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        line.RefuseOthers();
        var staff = await db.Set<Account>().AsNoTracking().Where(account => account.Kind == AccountKind.Staff).OrderBy(account => account.UserName)
            .Select(account => new { account.UserName, Name = account.DisplayName, account.MustChangePassword, Disabled = account.DisabledAt != null })
            .ToListAsync(stop);
        if (line.Json)
        {
            line.WriteJson(staff);
            return 0;
        }

        foreach (var account in staff)
        {
            line.Out.WriteLine($"{account.UserName}\t{account.Name}{(account.Disabled ? "\t已停用" : account.MustChangePassword ? "\t待换密码" : "")}");
        }

        return 0;
    }
}
