using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.ExportTable;

/// <summary>units export, posts export, enterprises export.</summary>
internal sealed class ExportCommand(ImportKind kind, ExportTableHandler handler) : ICommand
{
    public string Verb => $"{kind.Code()} export";

    public string Arguments => "FILE [--json]";

    public string Summary => $"把{kind.Chinese()}导出为 CSV 或 xlsx（看文件名），改过可以再导入。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = line.Value(0, "FILE");
        line.RefuseOthers();
        try
        {
            await using var file = File.Create(path);
            var rows = await handler.WriteAsync(Actor.Platform("命令行导出"), kind, path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase), file, stop);
            if (line.Json)
            {
                line.WriteJson(new { exported = rows });
            }
            else
            {
                await line.Out.WriteLineAsync($"导出 {rows:N0} 行到 {path}。");
            }

            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await line.Error.WriteLineAsync($"写不了 {path}：{problem.Message}");
            return 1;
        }
    }
}
