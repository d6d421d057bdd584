using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Backups;

internal sealed class BackupCommand(BackupWriter writer, AppDbContext db) : ICommand
{
    public string Verb => "backup";

    public string Arguments => "FILE [--without-keys] [--json]";

    public string Summary => "把全部数据、文件和密钥存成一份备份；网站可以照常开着。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = Path.GetFullPath(line.Value(0, "FILE"));
        var withKeys = !line.Flag("without-keys");
        line.RefuseOthers();
        var manifest = await writer.WriteAsync(path, withKeys, line.Error.WriteLine, stop);
        var rows = manifest.Tables.Sum(table => table.Rows);
        db.Happened(new BackupMade(Guid.CreateVersion7(), rows, manifest.Files.Count, withKeys));
        await db.SaveAsync(Actor.Platform("备份命令"), stop);
        Say(line, path, manifest, rows);
        return manifest.MissingFiles.Count == 0 ? 0 : 1;
    }

    private static void Say(CommandLine line, string path, BackupManifest manifest, long rows)
    {
        if (line.Json)
        {
            line.WriteJson(new { file = path, bytes = new FileInfo(path).Length, manifest.CreatedAt, tables = manifest.Tables.Count, rows, files = manifest.Files.Count, keys = manifest.Keys is not null, manifest.MissingFiles });
            return;
        }

        line.Out.WriteLine($"备份好了：{path}，{new FileInfo(path).Length:N0} 字节；{manifest.Tables.Count} 张表 {rows:N0} 行，文件 {manifest.Files.Count:N0} 份。");
        line.Out.WriteLine(manifest.Keys is null
            ? "里面没有密钥：请另外保管密钥文件，没有它加密的资料打不开。"
            : "里面有密钥：谁拿到这份备份，谁就能看到全部资料。请放在安全的地方，不要和网站放在一起。");
        if (manifest.MissingFiles.Count > 0)
        {
            line.Error.WriteLine($"注意：有 {manifest.MissingFiles.Count} 份文件在磁盘上找不到或已经损坏，没有备份进去：{string.Join(' ', manifest.MissingFiles.Take(20))}");
        }
    }
}
