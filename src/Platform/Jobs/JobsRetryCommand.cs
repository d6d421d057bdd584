using UnionHall.Platform.Cli;
using UnionHall.Platform.Jobs.ReadJob;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Jobs;

internal sealed class JobsRetryCommand(RetryJobHandler handler) : ICommand
{
    public string Verb => "jobs retry";

    public string Arguments => "ID --reason TEXT";

    public string Summary => "让一个停下的后台任务再做一次";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var (id, reason) = (JobKey.Read(line.Value(0, "ID")), line.RequiredOption("reason"));
        line.RefuseOthers();
        var result = await handler.HandleAsync(Actor.Platform("命令行"), id, reason, stop);
        await (result.Refusal is { } refusal ? line.Error.WriteLineAsync(refusal.Sentence) : line.Out.WriteLineAsync("已重新排上。"));
        return result.Succeeded ? 0 : 1;
    }
}
