using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Backups;

/// <summary>
/// Fills an empty site from a backup, whole or not at all: the tables in one transaction, the files and keys put back
/// as they were when anything fails.
/// </summary>
internal sealed class RestoreBackup(NpgsqlDataSource source, SchemaRunner schema, FileFolder folder, KeyRingFile keys, Vault vault)
{
    /// <summary>Filled by a site that was started once and not used.</summary>
    private static readonly string[] Technical = ["data_protection_key", "recurring_job"];

    /// <summary>Never filled by seeds.</summary>
    private static readonly string[] Personal = ["account", "person", "request", "file", "unit", "submission"];

    public async Task<BackupManifest> RunAsync(string path, Action<string> tell, CancellationToken stop)
    {
        using var backup = BackupFile.Open(path);
        var manifest = backup.Manifest;
        var scripts = Known(manifest);
        RefuseForeignKeys(manifest);
        source.Clear();
        await using (var connection = await source.OpenConnectionAsync(stop))
        {
            await schema.LockAsync(connection, stop);
            try
            {
                await RefuseCompanyAsync(connection, stop);
                await FillAsync(connection, backup, scripts, tell, stop);
            }
            finally
            {
                await schema.UnlockAsync(connection);
            }

            await connection.ReloadTypesAsync(stop);
            await Catalogue.ExecuteAsync(connection, "analyze", stop);
        }

        source.Clear();
        return manifest;
    }

    /// <summary>The backup's scripts as this build knows them.</summary>
    private List<SchemaScript> Known(BackupManifest manifest)
    {
        var known = schema.Scripts().ToDictionary(script => script.Name, StringComparer.Ordinal);
        foreach (var script in manifest.Scripts)
        {
            if (!known.TryGetValue(script.Name, out var own) || own.Checksum != script.Checksum)
            {
                throw new BackupRefusedException($"这份备份的数据结构和这个版本的程序对不上（{script.Name}）。请用做备份的那个版本或更新的版本来恢复，什么都没有动。");
            }
        }

        return [.. schema.Scripts().Where(script => manifest.Scripts.Any(row => row.Name == script.Name))];
    }

    /// <summary>A backup without keys can be read only where its keys are.</summary>
    private void RefuseForeignKeys(BackupManifest manifest)
    {
        if (manifest.Keys is null && (BackupWriter.MarkOf(vault) != manifest.KeysMark || keys.Load().Find(manifest.NewestKey) is null))
        {
            throw new BackupRefusedException($"这份备份里没有密钥，加密的资料会打不开。请先把原来的密钥文件放到 {keys.Path}，再恢复。");
        }
    }

    /// <summary>The ring to be put in place, or null when the one here opens all that the backup's opens. Keys that only this one has are kept.</summary>
    private KeyRing? Missing(KeyRing saved)
    {
        var here = keys.Load();
        if (!here.IsKin(saved))
        {
            return saved;
        }

        return here.Holds(saved) ? null : saved.With(here);
    }

    /// <summary>Nobody else may be using the database.</summary>
    private static async Task RefuseCompanyAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            var others = (await Catalogue.ReadAsync(
                connection,
                "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
                row => row.GetInt64(0),
                stop))[0];
            if (others == 0)
            {
                return;
            }

            if (attempt == 20)
            {
                throw new BackupRefusedException("还有别的程序连着这个数据库（网站或别的命令）。请先停掉它们，再恢复。什么都没有动。");
            }

            await Task.Delay(100, stop);
        }
    }

    private async Task FillAsync(NpgsqlConnection connection, BackupFile backup, List<SchemaScript> scripts, Action<string> tell, CancellationToken stop)
    {
        using var disk = new RestoredDisk(folder, keys);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await Session.SettleAsync(connection, stop);
        await RefuseDataAsync(connection, stop);
        await Catalogue.ExecuteAsync(connection, Catalogue.Clear, stop);
        await schema.ApplyAsync(connection, scripts, stop);
        await LoadAsync(connection, backup, tell, stop);
        await schema.ApplyAsync(connection, [.. schema.Scripts().Except(scripts)], stop);
        tell($"文件 {backup.Manifest.Files.Count} 份 …");
        foreach (var content in backup.Manifest.Files)
        {
            await disk.PlaceAsync(backup, content, stop);
        }

        if (backup.Manifest.Keys is not null && Missing(KeyRing.Read(backup.ReadKeys())) is { } ring)
        {
            disk.PlaceKeys(ring.Write());
        }

        await transaction.CommitAsync(stop);
        disk.Keep();
    }

    /// <summary>What only the schema scripts and the seeds have made may go; anything else means that someone has used this site.</summary>
    private async Task RefuseDataAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var found = await CountAsync(connection, stop);
        var seeded = found.GetValueOrDefault("audit_entry") > 0 && await IsOnlySeededAsync(connection, stop);
        await Catalogue.ExecuteAsync(connection, Catalogue.Clear, stop);
        await schema.ApplyAsync(connection, [.. schema.Scripts()], stop);
        var fresh = await CountAsync(connection, stop);
        var used = found.FirstOrDefault(table => (seeded ? Personal : found.Keys.Except(Technical)).Contains(table.Key, StringComparer.Ordinal)
            && table.Value > fresh.GetValueOrDefault(table.Key)).Key;
        if (used is not null)
        {
            throw new BackupRefusedException($"这里已经有数据了（{used}），不会盖掉。请恢复到一个空的数据库或新的数据文件夹。什么都没有动。");
        }
    }

    private static async Task<bool> IsOnlySeededAsync(NpgsqlConnection connection, CancellationToken stop) =>
        (await Catalogue.ReadAsync(connection, $"select not exists (select 1 from audit_entry where actor_name <> '{ISeed.ActorName}')", row => row.GetBoolean(0), stop))[0];

    /// <summary>Rows by table, counted as far as it matters.</summary>
    private static async Task<Dictionary<string, long>> CountAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        const int Enough = 100_000;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Catalogue.TablesAsync(connection, stop))
        {
            var sql = $"select count(*) from (select 1 from {Catalogue.Quote(table.Name)} limit {Enough}) as counted";
            counts[table.Name] = (await Catalogue.ReadAsync(connection, sql, row => row.GetInt64(0), stop))[0];
        }

        return counts;
    }

    /// <summary>Foreign keys are taken away while loading and checked when they come back, so that no order of tables is needed; triggers rest.</summary>
    private static async Task LoadAsync(NpgsqlConnection connection, BackupFile backup, Action<string> tell, CancellationToken stop)
    {
        var foreignKeys = await Catalogue.ForeignKeysAsync(connection, stop);
        await RunAsync(connection, foreignKeys.Select(key => key.Drop), stop);
        var tables = (await Catalogue.TablesAsync(connection, stop)).ToDictionary(table => table.Name, StringComparer.Ordinal);
        foreach (var table in backup.Manifest.Tables)
        {
            tell($"{table.Name}，{table.Rows} 行 …");
            await LoadAsync(connection, backup, table, tables[table.Name], stop);
        }

        await RunAsync(connection, backup.Manifest.Sequences.Select(sequence =>
            $"select setval('{Catalogue.Quote(sequence.Name)}', {sequence.LastValue}, {(sequence.IsCalled ? "true" : "false")})"), stop);
        await RunAsync(connection, foreignKeys.Select(key => key.Add), stop);
    }

    private static async Task LoadAsync(NpgsqlConnection connection, BackupFile backup, BackupManifest.Table table, CatalogueTable place, CancellationToken stop)
    {
        var name = Catalogue.Quote(table.Name);

        // What the scripts put in is in the backup too.
        await RunAsync(connection, [$"alter table {name} disable trigger user", $"delete from {name}"], stop);
        await using (var rows = await connection.BeginTextImportAsync((place with { Columns = table.Columns }).CopyIn, stop))
        {
            try
            {
                await backup.ReadTableAsync(table, ((StreamWriter)rows).BaseStream, stop);
            }
            catch (BackupRefusedException)
            {
                await rows.CancelAsync();
                throw;
            }
        }

        var loaded = (await Catalogue.ReadAsync(connection, $"select count(*) from {name}", row => row.GetInt64(0), stop))[0];
        if (loaded != table.Rows)
        {
            throw new BackupRefusedException($"{table.Name} 应该有 {table.Rows} 行，只装进 {loaded} 行。已经全部退回。");
        }

        await RunAsync(connection, [$"alter table {name} enable trigger user"], stop);
    }

    private static async Task RunAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken stop)
    {
        foreach (var statement in statements)
        {
            await Catalogue.ExecuteAsync(connection, statement, stop);
        }
    }
}
