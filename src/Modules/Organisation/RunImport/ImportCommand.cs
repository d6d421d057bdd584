using System.Globalization;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.RunImport;

/// <summary>units import, posts import, enterprises import.</summary>
internal sealed class ImportCommand(ImportKind kind, OrganisationImport import, TimeProvider clock) : ICommand
{
    private const int Shown = 200;

    public string Verb => $"{kind.Code()} import";

    public string Arguments => "FILE [--from 日期] [--dry-run] [--json]";

    public string Summary => $"从 CSV 或 xlsx 导入{kind.Chinese()}，全部成功或一行不动；--dry-run 只看会改什么。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = line.Value(0, "FILE");
        var from = Day(line.Option("from"));
        var dryRun = line.Flag("dry-run");
        line.RefuseOthers();
        ImportOutcome outcome;
        try
        {
            await using var file = File.OpenRead(path);
            outcome = await import.LoadAsync(kind, file, Path.GetFileName(path), Actor.Platform("命令行导入"), from, dryRun, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await line.Error.WriteLineAsync($"没有导入：{FileTrouble.Say(problem)}");
            return 1;
        }

        await ReportAsync(line, outcome, dryRun);
        return outcome.Errors.Count == 0 ? 0 : 1;
    }

    private DateOnly Day(string? text) => text is null ? ChinaTime.Today(clock)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new WrongUsageException($"--from 要 2026-09-18 这样的日期，不能是“{text}”。");

    private static async Task ReportAsync(CommandLine line, ImportOutcome outcome, bool dryRun)
    {
        foreach (var error in outcome.Errors.Take(Shown))
        {
            await line.Error.WriteLineAsync(error.ToString());
        }

        if (outcome.Errors.Count > Shown)
        {
            await line.Error.WriteLineAsync($"……还有 {outcome.Errors.Count - Shown} 处错误。");
        }

        if (line.Json)
        {
            line.WriteJson(outcome);
            return;
        }

        var done = outcome.Errors.Count > 0 ? "没有导入" : dryRun ? "试运行" : "已导入";
        await line.Out.WriteLineAsync(
            $"{done}：新增 {outcome.Added:N0}，改动 {outcome.Changed:N0}，不变 {outcome.Unchanged:N0}，有错 {outcome.Refused:N0}；系统里有而文件里没有 {outcome.Missing:N0}（不动）。");
    }
}
