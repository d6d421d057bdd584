using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Backups;

internal sealed class RestoreCommand(RestoreBackup restore, IServiceScopeFactory scopes) : ICommand
{
    public string Verb => "restore";

    public string Arguments => "FILE [--json]";

    public string Summary => "把一份备份恢复到空的站点；有数据的地方不会盖掉，要么全部恢复，要么什么都不动。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var path = Path.GetFullPath(line.Value(0, "FILE"));
        line.RefuseOthers();
        var manifest = await restore.RunAsync(path, line.Error.WriteLine, stop);
        var rows = manifest.Tables.Sum(table => table.Rows);
        await RecordAsync(manifest, rows, stop);
        if (line.Json)
        {
            line.WriteJson(new { file = path, manifest.CreatedAt, tables = manifest.Tables.Count, rows, files = manifest.Files.Count, manifest.MissingFiles });
        }
        else
        {
            line.Out.WriteLine($"恢复好了：{manifest.CreatedAt.ToLocalTime():yyyy-MM-dd HH:mm} 的备份，{manifest.Tables.Count} 张表 {rows:N0} 行，文件 {manifest.Files.Count:N0} 份。可以启动网站了。");
        }

        return 0;
    }

    private async Task RecordAsync(BackupManifest manifest, long rows, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Happened(new BackupRestored(Guid.CreateVersion7(), manifest.CreatedAt, rows, manifest.Files.Count));
        await db.SaveAsync(Actor.Platform("恢复命令"), stop);
    }
}
