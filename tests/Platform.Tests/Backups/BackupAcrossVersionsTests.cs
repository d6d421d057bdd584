using UnionHall.Platform.Data.Embedded;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Files;
using UnionHall.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Tests.Backups;

/// <summary>Between the embedded PostgreSQL 18 and a PostgreSQL 15, where the machine has one.</summary>
public sealed class BackupAcrossVersionsTests : IAsyncLifetime
{
    private const string OlderBinaries = "/usr/lib/postgresql/15/bin";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-versions-").FullName;
    private EmbeddedPostgres? older;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Directory.Exists(OlderBinaries), "There is no PostgreSQL 15 here.");
        older = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "older"), OlderBinaries, durable: false, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (older is not null)
        {
            await older.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Restore_OnAnOlderAndANewerPostgres_BringsBackEveryRow()
    {
        await using var newer = await TestDatabase.CreateEmptyAsync(Stop);
        await using var third = await TestDatabase.CreateEmptyAsync(Stop);
        await using var source = await OfflineSite.OpenAsync(newer.ConnectionString, Stop);
        await using (var scope = source.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FileStore>().StoreAsync(new MemoryStream(Samples.Pdf), "工资\t条\\.pdf", Actor.Platform("test"), Stop);
        }

        await using var back = await OfflineSite.OpenAsync(older!.ConnectionString, Stop);
        await MoveAsync(source, back, Path.Combine(folder, "18-to-15"));
        await using var forth = await OfflineSite.OpenAsync(third.ConnectionString, Stop);
        await MoveAsync(back, forth, Path.Combine(folder, "15-to-18"));

        var (first, last) = (await source.RowsAsync(Stop), await forth.RowsAsync(Stop));
        foreach (var (table, rows) in first.Where(table => !table.Key.StartsWith("audit", StringComparison.Ordinal)))
        {
            last[table].ShouldBe(rows, table);
        }
    }

    private static async Task MoveAsync(OfflineSite from, OfflineSite to, string path)
    {
        var made = await from.RunAsync(Stop, "backup", path);
        made.Code.ShouldBe(0, made.Error);
        var restored = await to.RunAsync(Stop, "restore", path);
        restored.Code.ShouldBe(0, restored.Error);
    }
}
