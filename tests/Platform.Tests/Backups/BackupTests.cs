using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Files;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-backup-").FullName;
    private TestDatabase? database;
    private OfflineSite? site;

    private OfflineSite Source => site!;

    private string BackupPath => Path.Combine(folder, "今天.uhb");

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Stop);
        site = await OfflineSite.OpenAsync(database.ConnectionString, Stop);
        await UseAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        await site!.DisposeAsync();
        await database!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Restore_OfABackup_BringsBackEveryRowFileAndKey()
    {
        var rows = await Source.RowsAsync(Stop);
        var made = await Source.RunAsync(Stop, "backup", BackupPath);
        made.Code.ShouldBe(0, made.Error);
        made.Output.ShouldContain("里面有密钥");
        File.GetUnixFileMode(BackupPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Exists(BackupPath + ".partial").ShouldBeFalse();

        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        var restored = await target.RunAsync(Stop, "restore", BackupPath);

        restored.Code.ShouldBe(0, restored.Error);
        await SameAsync(rows, target);
        (await target.RunAsync(Stop, "audit", "verify")).Code.ShouldBe(0);
        var file = (await FilesOf(target)).Single();
        using var content = target.Services.CreateScope().ServiceProvider.GetRequiredService<FileStore>().OpenRead(file);
        content.Length.ShouldBe(Samples.Pdf.Length);
        target.Services.GetRequiredService<Vault>().Open(Secret, "test").ShouldBe("13800138000");
    }

    [Fact]
    public async Task Backup_WhileTheSiteIsWritten_IsOfOneMoment()
    {
        using var writing = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var writers = Enumerable.Range(0, 3).Select(_ => WriteAsync(Source, writing.Token)).ToArray();
        await Task.Delay(300, Stop);

        (await Source.RunAsync(Stop, "backup", BackupPath, "--json")).Code.ShouldBe(0);
        await writing.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();

        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        (await target.RunAsync(Stop, "restore", BackupPath)).Code.ShouldBe(0);

        // Each write made one row in each of two tables, in one transaction; "written" holds more than the backup.
        var pairs = await CountAsync(target, "select count(*) from data_protection_key");
        (await CountAsync(target, "select count(*) from file where original_name = 'a'")).ShouldBe(pairs);
        (await CountAsync(target, "select count(*) from data_protection_key join file on file.id::text = data_protection_key.name")).ShouldBe(pairs);
        pairs.ShouldBeGreaterThan(0);
        written.ShouldBeGreaterThanOrEqualTo(pairs);
    }

    [Fact]
    public async Task Verify_FindsDamage_WhereverItIs()
    {
        await Source.RunAsync(Stop, "backup", BackupPath);
        (await VerifyAsync()).Code.ShouldBe(0);
        var whole = await File.ReadAllBytesAsync(BackupPath, Stop);
        var chance = new Random(7);
        var found = 0;
        for (var round = 0; round < 100; round++)
        {
            byte[] damaged = [.. whole];
            damaged[chance.Next(damaged.Length)] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(BackupPath, damaged, Stop);

            // What verify lets pass was proven equal to the original: a date in a zip header, say.
            found += (await VerifyAsync()).Code;
        }

        found.ShouldBeGreaterThan(75);
        await File.WriteAllBytesAsync(BackupPath, whole[..^1000], Stop);
        (await VerifyAsync()).Error.ShouldContain("不是一份完整的备份");
    }

    [Fact]
    public async Task Restore_OfADamagedBackup_LeavesEverythingAsItWas()
    {
        await Source.RunAsync(Stop, "backup", BackupPath);
        var whole = await File.ReadAllBytesAsync(BackupPath, Stop);
        whole[whole.AsSpan().IndexOf("%PDF-1.7"u8) + 9] ^= 1;
        await File.WriteAllBytesAsync(BackupPath, whole, Stop);
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        var mark = target.Services.GetRequiredService<Vault>().Fingerprint("a", "test");
        var (rows, files) = (await target.RowsAsync(Stop), Disk(target));

        var refused = await target.RunAsync(Stop, "restore", BackupPath);

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("已经损坏");
        await SameAsync(rows, target);
        Disk(target).ShouldBe(files);
        target.Services.GetRequiredService<Vault>().Fingerprint("a", "test").ShouldBe(mark);
    }

    [Fact]
    public async Task Restore_OverData_Refuses()
    {
        await Source.RunAsync(Stop, "backup", BackupPath);
        var rows = await Source.RowsAsync(Stop);

        var refused = await Source.RunAsync(Stop, "restore", BackupPath);

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("已经有数据了");
        await SameAsync(rows, Source);
    }

    [Fact]
    public async Task Restore_WhileSomeoneIsConnected_Refuses()
    {
        await Source.RunAsync(Stop, "backup", BackupPath);
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        await using var other = new NpgsqlConnection(fresh.ConnectionString + ";Pooling=false;Minimum Pool Size=0");
        await other.OpenAsync(Stop);

        (await target.RunAsync(Stop, "restore", BackupPath)).Error.ShouldContain("还有别的程序连着");
    }

    [Fact]
    public async Task Restore_OfANewerSchema_Refuses()
    {
        await Source.ExecuteAsync("insert into schema_script values ('Requests/9999-future', 'x')", Stop);
        await Source.RunAsync(Stop, "backup", BackupPath);
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);

        (await target.RunAsync(Stop, "restore", BackupPath)).Error.ShouldContain("Requests/9999-future");
    }

    [Fact]
    public async Task Restore_OfAnOlderSchema_IsUpgraded()
    {
        // The newest script of the last module has not run yet.
        var last = Source.Services.GetRequiredService<SchemaRunner>().Scripts().Last(script => script.Name.StartsWith("Platform/", StringComparison.Ordinal)).Name;
        await Source.ExecuteAsync("drop table if exists data_protection_key; delete from schema_script where name = 'Platform/0010-data-protection-key'", Stop);
        await Source.RunAsync(Stop, "backup", BackupPath);
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);

        (await target.RunAsync(Stop, "restore", BackupPath)).Code.ShouldBe(0);

        last.ShouldNotBeNull();
        (await CountAsync(target, "select count(*) from data_protection_key")).ShouldBe(0);
        (await CountAsync(target, "select count(*) from schema_script")).ShouldBe(target.Services.GetRequiredService<SchemaRunner>().Scripts().Count());
    }

    [Fact]
    public async Task Restore_WithoutKeys_NeedsTheOldKeysInPlace()
    {
        var made = await Source.RunAsync(Stop, "backup", BackupPath, "--without-keys");
        made.Output.ShouldContain("里面没有密钥");
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);

        (await target.RunAsync(Stop, "restore", BackupPath)).Error.ShouldContain("没有密钥");
        File.Copy(Path.Combine(Source.Folder, "keys", "vault.json"), Path.Combine(target.Folder, "keys", "vault.json"), overwrite: true);
        (await target.RunAsync(Stop, "restore", BackupPath)).Code.ShouldBe(0);

        target.Services.GetRequiredService<Vault>().Open(Secret, "test").ShouldBe("13800138000");
    }

    [Fact]
    public async Task Backup_OverAFile_Refuses()
    {
        await File.WriteAllTextAsync(BackupPath, "昨天的", Stop);

        (await Source.RunAsync(Stop, "backup", BackupPath)).Code.ShouldBe(1);

        (await File.ReadAllTextAsync(BackupPath, Stop)).ShouldBe("昨天的");
    }

    [Fact]
    public async Task Backup_WhenAContentIsGone_SaysSoAndGoesOn()
    {
        File.Delete(Directory.EnumerateFiles(Path.Combine(Source.Folder, "files"), "*", SearchOption.AllDirectories).Single(path => Path.GetFileName(path).Length == 64));

        var made = await Source.RunAsync(Stop, "backup", BackupPath, "--json");

        made.Code.ShouldBe(1);
        JsonDocument.Parse(made.Output).RootElement.GetProperty("missingFiles").GetArrayLength().ShouldBe(1);
        (await VerifyAsync()).Code.ShouldBe(0);
    }

    private byte[] Secret { get; set; } = [];

    /// <summary>Something of every kind: sealed data, a file, triggers, foreign keys, awkward characters.</summary>
    private async Task UseAsync(OfflineSite used)
    {
        await using var scope = used.Services.CreateAsyncScope();
        Secret = scope.ServiceProvider.GetRequiredService<Vault>().Seal("13800138000", "test");
        var store = scope.ServiceProvider.GetRequiredService<FileStore>();
        (await store.StoreAsync(new MemoryStream(Samples.Pdf), "制表\t和\\反斜线\n.pdf", Actor.Platform("test"), Stop)).Succeeded.ShouldBeTrue();
    }

    private static async Task<List<StoredFile>> FilesOf(OfflineSite used)
    {
        await using var scope = used.Services.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<StoredFile>()];
    }

    /// <summary>All tables but the audit log, in which backup and restore leave their own entries.</summary>
    private static async Task SameAsync(Dictionary<string, List<string>> rows, OfflineSite target)
    {
        var found = await target.RowsAsync(Stop);
        found.Keys.ShouldBe(rows.Keys, ignoreOrder: true);
        foreach (var (table, expected) in rows)
        {
            if (table.StartsWith("audit", StringComparison.Ordinal))
            {
                expected.ShouldBeSubsetOf(found[table]);
            }
            else
            {
                found[table].ShouldBe(expected, table);
            }
        }
    }

    private static async Task<long> WriteAsync(OfflineSite used, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(used.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        for (var written = 0; ; written++)
        {
            if (stop.IsCancellationRequested)
            {
                return written;
            }

            await UnionHall.Platform.Backups.Catalogue.ExecuteAsync(
                connection,
                """
                with made as (insert into data_protection_key values (gen_random_uuid()::text, '\x00', now()) returning name)
                insert into file (id, sha256, size, media_type, original_name, uploaded_at)
                select made.name::uuid, (select sha256 from file limit 1), 1, 'text/plain', 'a', now() from made
                """,
                CancellationToken.None);
        }
    }

    private static async Task<long> CountAsync(OfflineSite used, string sql)
    {
        await using var connection = new NpgsqlConnection(used.ConnectionString + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(Stop);
        return (await UnionHall.Platform.Backups.Catalogue.ReadAsync(connection, sql, row => row.GetInt64(0), Stop))[0];
    }

    private Task<(int Code, string Output, string Error)> VerifyAsync() => Source.RunAsync(Stop, "verify", BackupPath);

    private static List<string> Disk(OfflineSite used) => [.. Directory.EnumerateFiles(used.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
