using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Backups;

/// <summary>A restore beside another copy of the same key ring: whatever either of them has sealed still opens.</summary>
public sealed class RestoredKeysTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("unionhall-keys-").FullName;
    private TestDatabase? database;
    private OfflineSite source = null!;
    private string backup = "";
    private byte[] first = [];

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Stop);
        source = await OfflineSite.OpenAsync(database.ConnectionString, Stop);
        backup = Path.Combine(folder, "今天.uhb");
        first = source.Services.GetRequiredService<Vault>().Seal("13800138000", "test");
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await database!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Restore_BesideAnOlderCopyOfTheRing_BringsTheNewerKeys()
    {
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        CopyRing(target);
        source.Services.GetRequiredService<KeyRingFile>().Rotate().ShouldBe(2);
        var newer = source.Services.GetRequiredService<Vault>().Seal("13900139000", "test");
        (await source.RunAsync(Stop, "backup", backup)).Code.ShouldBe(0);

        (await target.RunAsync(Stop, "restore", backup)).Code.ShouldBe(0);

        var vault = target.Services.GetRequiredService<Vault>();
        vault.Open(newer, "test").ShouldBe("13900139000");
        vault.Open(first, "test").ShouldBe("13800138000");
    }

    [Fact]
    public async Task Restore_BesideANewerCopyOfTheRing_KeepsIt()
    {
        (await source.RunAsync(Stop, "backup", backup)).Code.ShouldBe(0);
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        CopyRing(target);
        target.Services.GetRequiredService<KeyRingFile>().Rotate();
        var vault = target.Services.GetRequiredService<Vault>();
        var newer = vault.Seal("13900139000", "test");

        (await target.RunAsync(Stop, "restore", backup)).Code.ShouldBe(0);

        vault.Open(newer, "test").ShouldBe("13900139000");
        vault.Open(first, "test").ShouldBe("13800138000");
    }

    [Fact]
    public async Task Restore_WithoutKeys_BesideAnOlderCopyOfTheRing_Refuses()
    {
        await using var fresh = await TestDatabase.CreateEmptyAsync(Stop);
        await using var target = await OfflineSite.OpenAsync(fresh.ConnectionString, Stop);
        CopyRing(target);
        source.Services.GetRequiredService<KeyRingFile>().Rotate();
        (await source.RunAsync(Stop, "backup", backup, "--without-keys")).Code.ShouldBe(0);

        (await target.RunAsync(Stop, "restore", backup)).Error.ShouldContain("没有密钥");
        CopyRing(target);
        (await target.RunAsync(Stop, "restore", backup)).Code.ShouldBe(0);
    }

    private void CopyRing(OfflineSite target)
    {
        Directory.CreateDirectory(Path.Combine(target.Folder, "keys"));
        File.Copy(Path.Combine(source.Folder, "keys", "vault.json"), Path.Combine(target.Folder, "keys", "vault.json"), overwrite: true);
    }
}
