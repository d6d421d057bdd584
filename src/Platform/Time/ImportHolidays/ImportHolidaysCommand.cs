using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Time.ImportHolidays;

internal sealed class ImportHolidaysCommand(ImportHolidaysHandler handler, HolidayPlanning planning) : ICommand
{
    public string Verb => "holidays import";

    public string Arguments => "FILE [--basis 文件名和文号] [--dry-run] [--json]";

    public string Summary => "导入一年或几年的放假安排（CSV 或 JSON），文件里有的年份整年换掉；--dry-run 只看会改什么。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = line.Value(0, "FILE");
        var basis = line.Option("basis") ?? $"命令行导入的文件 {Path.GetFileName(path)}";
        var dryRun = line.Flag("dry-run");
        line.RefuseOthers();
        var text = HolidayText.Read(await File.ReadAllBytesAsync(path, stop));
        var planned = text.Value is not { } read ? text.Refusal!
            : dryRun ? await planning.PlanAsync(read, stop)
            : await handler.HandleAsync(Actor.Platform("命令行导入"), read, basis, stop);
        if (planned.Value is not { } plan)
        {
            await line.Error.WriteLineAsync(planned.Refusal!.Sentence);
            return 1;
        }

        await ReportAsync(line, plan, dryRun);
        return 0;
    }

    private static async Task ReportAsync(CommandLine line, HolidayPlan plan, bool dryRun)
    {
        if (line.Json)
        {
            line.WriteJson(new { years = plan.Years, dryRun, changes = plan.Changes.Select(change => new { change.Date, change.Before, change.After }) });
            return;
        }

        foreach (var change in plan.Changes)
        {
            await line.Out.WriteLineAsync($"{change.Date:yyyy-MM-dd} {SpokenTime.Weekday(change.Date)}：{HolidayChange.Say(change.Before)} → {HolidayChange.Say(change.After)}");
        }

        await line.Out.WriteLineAsync($"{(dryRun ? "试运行" : "已导入")}：{string.Join('、', plan.Years)} 年的安排，改动 {plan.Changes.Count} 天。");
    }
}
