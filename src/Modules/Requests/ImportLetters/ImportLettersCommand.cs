using UnionHall.Organisation;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Files.Tables;

namespace UnionHall.Requests.ImportLetters;

internal sealed class ImportLettersCommand(LetterImport import, UnitDirectory units, TimeProvider clock) : ICommand
{
    public string Verb => "letters import";

    public string Arguments => "FILE [--unit CODE] [--dry-run] [--json]";

    public string Summary => "把过去的来信和答复按原来的日期导入为已办结的诉求，可以中断、可以重来。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = line.Value(0, "FILE");
        var code = line.Option("unit");
        var dryRun = line.Flag("dry-run");
        line.RefuseOthers();
        var unit = code is null ? (await units.RootsAsync(stop)).FirstOrDefault() : await units.FindByCodeAsync(code, stop);
        if (unit is null)
        {
            await line.Error.WriteLineAsync(code is null ? "还没有任何单位。请先用 units import 导入单位树。" : $"没有代码是“{code}”的单位。");
            return 1;
        }

        var isUnderWay = false;
        try
        {
            await using var content = File.OpenRead(path);
            var count = await import.RunAsync(LetterFile.Open(content, clock.GetUtcNow()), unit, dryRun, count =>
            {
                isUnderWay = true;
                Progress(line, count);
            }, stop);
            await ReportAsync(line, count, dryRun);
            return 0;
        }
        catch (Exception problem) when (problem is TableRefusedException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await line.Error.WriteLineAsync($"{(isUnderWay ? "\n" : "")}没有读完 {path}：{FileTrouble.Say(problem)}");
            return 1;
        }
    }

    private static void Progress(CommandLine line, LetterCount count) =>
        line.Error.Write($"\r已读 {count.Rows:N0} 行，导入 {count.Imported:N0}，早已有 {count.Already:N0}，不收 {count.Refused.Count:N0}   ");

    private static async Task ReportAsync(CommandLine line, LetterCount count, bool dryRun)
    {
        await line.Error.WriteLineAsync();
        foreach (var refused in count.Refused)
        {
            await line.Error.WriteLineAsync($"第 {refused.Row} 行不收：{refused.Refusal}");
        }

        if (line.Json)
        {
            line.WriteJson(new { imported = count.Imported, refused = count.Refused.Count, already = count.Already });
            return;
        }

        var done = dryRun ? "可以导入" : "导入";
        await line.Out.WriteLineAsync($"共 {count.Rows:N0} 行：{done} {count.Imported:N0} 件，不收 {count.Refused.Count:N0} 行，早已有 {count.Already:N0} 件。");
    }
}
