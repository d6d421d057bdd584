using UnionHall.Platform.Cli;

namespace UnionHall.Platform.Security.CreateAccount;

internal sealed class CreateAccountCommand(CreateAccountHandler handler) : ICommand
{
    public string Verb => "accounts create";

    public string Arguments => "--user U --name 姓名 (--password P | --generate) [--phone 手机号] [--json]";

    public string Summary => "开一个工作人员账号；--generate 给出一次性密码，第一次登录时要换。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var generate = line.Flag("generate");
        var form = new CreateAccountForm
        {
            UserName = line.RequiredOption("user"),
            Name = line.RequiredOption("name"),
            Phone = line.Option("phone"),
            Password = generate ? null : line.RequiredOption("password"),
        };
        line.RefuseOthers();
        var made = await handler.ForStaffAsync(Actor.Platform("命令行"), form, stop);
        if (made.Refusal is { } refusal)
        {
            await line.Error.WriteLineAsync(refusal.Sentence);
            return 1;
        }

        Say(line, made.Value!);
        return 0;
    }

    private static void Say(CommandLine line, NewAccount made)
    {
        if (line.Json)
        {
            line.WriteJson(new { account = made.Id, userName = made.UserName, password = made.OneTimePassword });
            return;
        }

        line.Out.WriteLine($"开好了账号 {made.UserName}。");
        if (made.OneTimePassword is { } password)
        {
            line.Out.WriteLine($"一次性密码：{password}，只显示这一次，第一次登录时要换。");
        }
    }
}
