using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.StoreMail;
using UnionHall.Platform.Cli;

namespace UnionHall.Messaging.ReceiveMail.DeliverMail;

/// <summary>The door for any mail server that can start a program: the message on its standard input.</summary>
internal sealed class DeliverMailCommand(StoreMailHandler handler, IMailInput input) : ICommand
{
    public string Verb => "mail deliver";

    public string Arguments => "--box 信箱地址 < 邮件";

    public string Summary => "从标准输入收一封信，存进信箱；存好或早已存过退出码是 0。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var recipient = line.RequiredOption("box");
        line.RefuseOthers();
        if (BoxAddress.Read(recipient) is null)
        {
            throw new WrongUsageException($"--box 要一个邮件地址，不能是“{recipient}”。");
        }

        var stored = await handler.HandleAsync(recipient, await input.ReadAsync(StoreMailHandler.MostBytes, stop), stop);
        if (stored.Refusal is { } refusal)
        {
            await line.Error.WriteLineAsync(refusal.Sentence);
            return 1;
        }

        return 0;
    }
}
