using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Data;

public sealed class DataSourcesTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task SeveralHosts_TheDeadOneIsPassedOver_AndWritesGoToThePrimary()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Stop);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        settings.Host = $"/nowhere,{settings.Host}";
        await using var services = new ServiceCollection().AddDataSources(settings.ConnectionString).BuildServiceProvider();

        var primary = services.GetRequiredService<NpgsqlDataSource>();
        var standby = services.GetRequiredKeyedService<NpgsqlDataSource>(DataSources.PreferStandby);

        standby.ShouldNotBeSameAs(primary);
        await using var write = primary.CreateCommand("create table written (id int)");
        await write.ExecuteNonQueryAsync(Stop);
        await using var read = standby.CreateCommand("select count(*) from written");
        (await read.ExecuteScalarAsync(Stop)).ShouldBe(0L);
    }

    [Fact]
    public async Task OneHost_BothSourcesAreTheSame()
    {
        await using var services = new ServiceCollection().AddDataSources("Host=/nowhere").BuildServiceProvider();

        services.GetRequiredKeyedService<NpgsqlDataSource>(DataSources.PreferStandby).ShouldBeSameAs(services.GetRequiredService<NpgsqlDataSource>());
    }
}
