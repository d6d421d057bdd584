using UnionHall.Platform.Cli;

namespace UnionHall.Platform.Backups;

/// <summary>Needs no database, so that a backup can be checked on any machine.</summary>
public sealed class VerifyCommand : ICommand
{
    public string Verb => "verify";

    public string Arguments => "FILE [--json]";

    public string Summary => "从头到尾读一遍备份，看有没有损坏；不需要数据库。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = Path.GetFullPath(line.Value(0, "FILE"));
        line.RefuseOthers();
        using var backup = BackupFile.Open(path);
        await backup.VerifyAsync(line.Error.WriteLine, stop);
        var manifest = backup.Manifest;
        var rows = manifest.Tables.Sum(table => table.Rows);
        if (line.Json)
        {
            line.WriteJson(new { file = path, ok = true, manifest.CreatedAt, manifest.Server, tables = manifest.Tables.Count, rows, files = manifest.Files.Count, keys = manifest.Keys is not null, manifest.MissingFiles });
        }
        else
        {
            line.Out.WriteLine($"完好：{manifest.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm} 的备份，来自 {manifest.Server}；{manifest.Tables.Count} 张表 {rows:N0} 行，文件 {manifest.Files.Count:N0} 份，{(manifest.Keys is null ? "不带密钥" : "带密钥，请妥善保管")}。");
        }

        return 0;
    }
}
