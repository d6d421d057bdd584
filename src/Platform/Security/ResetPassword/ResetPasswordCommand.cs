using UnionHall.Platform.Cli;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security.ResetPassword;

internal sealed class ResetPasswordCommand(AccountFinder accounts, ResetPasswordHandler handler) : ICommand
{
    public string Verb => "accounts reset";

    public string Arguments => "--user U [--reason 为什么] [--json]";

    public string Summary => "给账号换一个一次性密码，解除锁定，退出它的全部登录。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var userName = line.RequiredOption("user").Trim().ToLowerInvariant();
        var reason = line.Option("reason") ?? "命令行重置";
        line.RefuseOthers();
        if (await accounts.StaffAsync(userName, stop) is not { } account)
        {
            await line.Error.WriteLineAsync($"没有账号 {userName}。用 accounts list 看有哪些。");
            return 1;
        }

        var reset = await handler.HandleAsync(Actor.Platform("命令行"), account, reason, stop);
        if (reset.Refusal is { } refusal)
        {
            await line.Error.WriteLineAsync(refusal.Sentence);
            return 1;
        }

        if (line.Json)
        {
            line.WriteJson(new { account = account.Id, userName, password = reset.Value });
        }
        else
        {
            line.Out.WriteLine($"{userName} 的一次性密码：{reset.Value}，只显示这一次，下次登录时要换。");
        }

        return 0;
    }
}
