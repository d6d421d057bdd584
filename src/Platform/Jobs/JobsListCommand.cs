using UnionHall.Platform.Cli;
using UnionHall.Platform.Jobs.ListJobs;

namespace UnionHall.Platform.Jobs;

internal sealed class JobsListCommand(JobsQuery query) : ICommand
{
    public string Verb => "jobs list";

    public string Arguments => "[--state dead|ready|running|unknown] [--after ID] [--json]";

    public string Summary => "列出后台任务：停下的、等着的、在做的、这个版本不认识的";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var state = line.Option("state") is { } word ? Parse(word) : JobState.Dead;
        var after = line.Option("after") is { } key ? JobKey.Read(key) : (Guid?)null;
        line.RefuseOthers();
        var counts = await query.CountAsync(stop);
        var rows = await query.ListAsync(state, after, stop);
        if (line.Json)
        {
            line.WriteJson(new { counts, state, jobs = rows.Take(JobsQuery.PageSize) });
            return 0;
        }

        await line.Out.WriteLineAsync($"停下 {counts.Dead} 个，等着 {counts.Ready} 个，在做 {counts.Running} 个，不认识 {counts.Unknown} 个。");
        foreach (var row in rows.Take(JobsQuery.PageSize))
        {
            await line.Out.WriteLineAsync($"{row.Id}  {row.Kind}  第 {row.Attempts} 次  {row.Problem}");
        }

        return 0;
    }

    private static JobState Parse(string word) => Enum.TryParse<JobState>(word, ignoreCase: true, out var state) && !char.IsAsciiDigit(word[0])
        ? state
        : throw new WrongUsageException($"--state 要 dead、ready、running 或 unknown，不能是“{word}”。");
}

internal static class JobKey
{
    public static Guid Read(string text) => Guid.TryParse(text, out var key) ? key : throw new WrongUsageException($"“{text}”不是任务的编号。");
}
