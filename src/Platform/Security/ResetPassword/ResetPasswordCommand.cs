using UnionHall.Platform.Cli;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.SignIn;

namespace UnionHall.Platform.Security.ResetPassword;

internal sealed class ResetPasswordCommand(AccountFinder accounts, ResetPasswordHandler handler) : ICommand
{
    public string Verb => "accounts reset";

    public string Arguments => "(--user U | --phone 职工的手机号) [--reason 为什么] [--json]";

    public string Summary => "给账号换一个一次性密码，解除锁定，退出它的全部登录。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var name = SignInName.Read(line.Option("phone") ?? line.RequiredOption("user"));
        var reason = line.Option("reason") ?? "命令行重置";
        line.RefuseOthers();
        if (await accounts.ByNameAsync(name, stop) is not { } account)
        {
            await line.Error.WriteLineAsync(name.Phone is null ? $"没有账号 {name.Text}。用 accounts list 看有哪些。" : $"没有用 {name.Text} 注册的职工。");
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
            line.WriteJson(new { account = account.Id, userName = name.Text, password = reset.Value });
        }
        else
        {
            line.Out.WriteLine($"{name.Text} 的一次性密码：{reset.Value}，只显示这一次，下次登录时要换。");
        }

        return 0;
    }
}
