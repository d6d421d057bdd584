using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Backups;

/// <summary>
/// Writes one file that holds everything of one moment, while the site goes on: the tables of a repeatable-read
/// snapshot, the contents that snapshot names, and the keys. It gets its name only when it is whole and on the disk.
/// </summary>
internal sealed class BackupWriter(NpgsqlDataSource source, FileFolder folder, KeyRingFile keys, Vault vault, TimeProvider clock)
{
    private const string MarkPurpose = "backup-keys-mark";

    public async Task<BackupManifest> WriteAsync(string path, bool withKeys, Action<string> tell, CancellationToken stop)
    {
        if (File.Exists(path))
        {
            throw new BackupRefusedException($"{path} 已经有了，不会盖掉它。请换一个文件名。");
        }

        var partial = path + ".partial";
        try
        {
            BackupManifest manifest;
            await using (var file = DurableFile.CreateOver(partial))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await FillAsync(zip, withKeys, tell, stop);
                }

                file.Flush(flushToDisk: true);
            }

            DurableFile.MoveNew(partial, path);
            return manifest;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Tells a ring from another.</summary>
    public static string MarkOf(Vault vault) => Convert.ToHexStringLower(vault.Fingerprint("ring", MarkPurpose));

    private async Task<BackupManifest> FillAsync(ZipArchive zip, bool withKeys, Action<string> tell, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await Catalogue.ExecuteAsync(connection, $"select pg_advisory_lock_shared({ContentLock.Removal})", stop);
        try
        {
            var seen = await Catalogue.TablesAsync(connection, stop);
            await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
            var tables = await LockAsync(connection, seen, stop);
            var moment = clock.GetUtcNow();
            var scripts = await Catalogue.ReadAsync(connection, "select name, checksum from schema_script order by name", row => new BackupManifest.Script(row.GetString(0), row.GetString(1)), stop);
            var written = await WriteTablesAsync(connection, zip, tables, tell, stop);
            var sequences = await SequencesAsync(connection, stop);
            var (files, missing) = await WriteFilesAsync(connection, zip, tell, stop);
            var manifest = new BackupManifest
            {
                CreatedAt = moment,
                Server = $"PostgreSQL {connection.PostgreSqlVersion}",
                Scripts = scripts,
                Tables = written,
                Sequences = sequences,
                Files = files,
                MissingFiles = missing,
                KeysMark = MarkOf(vault),
                NewestKey = keys.Load().Current.Number,
                Keys = withKeys ? await WriteKeysAsync(zip, stop) : null,
            };
            await WriteManifestAsync(zip, manifest, stop);
            return manifest;
        }
        finally
        {
            await Catalogue.ExecuteAsync(connection, $"select pg_advisory_unlock_shared({ContentLock.Removal})", CancellationToken.None);
        }
    }

    /// <summary>
    /// Locks the tables against a change of the schema, before the snapshot is taken: a lock alone takes none. Reading
    /// and writing go on.
    /// </summary>
    private static async Task<List<CatalogueTable>> LockAsync(NpgsqlConnection connection, List<CatalogueTable> seen, CancellationToken stop)
    {
        await Catalogue.ExecuteAsync(connection, $"lock table {string.Join(", ", seen.Select(table => Catalogue.Quote(table.Name)))} in access share mode", stop);
        await Session.SettleAsync(connection, stop);
        var tables = await Catalogue.TablesAsync(connection, stop);
        return tables.Select(table => table.CopyOut).SequenceEqual(seen.Select(table => table.CopyOut), StringComparer.Ordinal)
            ? tables
            : throw new BackupRefusedException("数据库的结构正在升级。请等它升完再备份一次。");
    }

    private static async Task<List<BackupManifest.Table>> WriteTablesAsync(
        NpgsqlConnection connection, ZipArchive zip, List<CatalogueTable> tables, Action<string> tell, CancellationToken stop)
    {
        var written = new List<BackupManifest.Table>();
        foreach (var table in tables)
        {
            tell($"{table.Name} …");
            using var rows = await connection.BeginTextExportAsync(table.CopyOut, stop);
            await using var entry = zip.CreateEntry($"tables/{table.Name}.copy", CompressionLevel.Fastest).Open();
            var digest = await Digest.CopyAsync(((StreamReader)rows).BaseStream, entry, stop);
            written.Add(new BackupManifest.Table(table.Name, table.Columns, digest.Lines, digest.Bytes, digest.Sha256));
        }

        return written;
    }

    /// <summary>Sequences stand outside the snapshot; read after the tables they are never behind them.</summary>
    private static async Task<List<BackupManifest.Sequence>> SequencesAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var sequences = new List<BackupManifest.Sequence>();
        foreach (var name in await Catalogue.SequencesAsync(connection, stop))
        {
            sequences.AddRange(await Catalogue.ReadAsync(
                connection, $"select last_value, is_called from {Catalogue.Quote(name)}", row => new BackupManifest.Sequence(name, row.GetInt64(0), row.GetBoolean(1)), stop));
        }

        return sequences;
    }

    private async Task<(List<BackupManifest.Content> Files, List<string> Missing)> WriteFilesAsync(
        NpgsqlConnection connection, ZipArchive zip, Action<string> tell, CancellationToken stop)
    {
        var (files, missing) = (new List<BackupManifest.Content>(), new List<string>());
        var named = await Catalogue.ReadAsync(connection, "select distinct sha256 from file order by sha256", row => row.GetFieldValue<byte[]>(0), stop);
        tell($"文件 {named.Count} 份 …");
        foreach (var sha256 in named)
        {
            var name = Convert.ToHexStringLower(sha256);
            if (await WriteFileAsync(zip, name, sha256, stop) is { } size)
            {
                files.Add(new BackupManifest.Content(name, size));
            }
            else
            {
                missing.Add(name);
            }
        }

        return (files, missing);
    }

    /// <returns>The size, or null when the content is gone or is not what it was; then nothing is written.</returns>
    private async Task<long?> WriteFileAsync(ZipArchive zip, string name, byte[] sha256, CancellationToken stop)
    {
        if (!File.Exists(folder.PathOf(sha256)))
        {
            return null;
        }

        await using var content = folder.Open(sha256);
        if (!(await SHA256.HashDataAsync(content, stop)).AsSpan().SequenceEqual(sha256))
        {
            return null;
        }

        content.Position = 0;
        await using var entry = zip.CreateEntry(new BackupManifest.Content(name, content.Length).EntryName, CompressionLevel.NoCompression).Open();
        await content.CopyToAsync(entry, stop);
        return content.Length;
    }

    private async Task<string> WriteKeysAsync(ZipArchive zip, CancellationToken stop)
    {
        var ring = keys.Load().Write();
        await using var entry = zip.CreateEntry(BackupManifest.KeysEntry, CompressionLevel.NoCompression).Open();
        await entry.WriteAsync(ring, stop);
        return Convert.ToHexStringLower(SHA256.HashData(ring));
    }

    private static async Task WriteManifestAsync(ZipArchive zip, BackupManifest manifest, CancellationToken stop)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifest.Json);
        await using (var entry = zip.CreateEntry(BackupManifest.Entry, CompressionLevel.Fastest).Open())
        {
            await entry.WriteAsync(json, stop);
        }

        await using var hash = zip.CreateEntry(BackupManifest.HashEntry, CompressionLevel.NoCompression).Open();
        await hash.WriteAsync(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json))), stop);
    }
}
