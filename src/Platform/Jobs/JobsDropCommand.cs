using UnionHall.Platform.Cli;
using UnionHall.Platform.Jobs.ReadJob;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Jobs;

internal sealed class JobsDropCommand(DropJobHandler handler) : ICommand
{
    public string Verb => "jobs drop";

    public string Arguments => "ID --reason TEXT";

    public string Summary => "去掉一个不用再做的后台任务，内容留在审计里";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var (id, reason) = (JobKey.Read(line.Value(0, "ID")), line.RequiredOption("reason"));
        line.RefuseOthers();
        var result = await handler.HandleAsync(Actor.Platform("命令行"), id, reason, stop);
        await (result.Refusal is { } refusal ? line.Error.WriteLineAsync(refusal.Sentence) : line.Out.WriteLineAsync("已去掉。"));
        return result.Succeeded ? 0 : 1;
    }
}
