using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Data;

public sealed class SchemaRunnerTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_WhenUpToDate_DoesNothing()
    {
        (await site.WithAsync<SchemaRunner, int>(runner => runner.ApplyAsync(stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Apply_WhenDatabaseIsNewer_Refuses()
    {
        await ExecuteAsync("insert into schema_script (name, checksum) values ('Platform/9999-future', 'x')");
        try
        {
            var refusal = await Should.ThrowAsync<SchemaRefusedException>(() => site.WithAsync<SchemaRunner, int>(runner => runner.ApplyAsync(stop)));
            refusal.Message.ShouldContain("Platform/9999-future");
        }
        finally
        {
            await ExecuteAsync("delete from schema_script where name = 'Platform/9999-future'");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(stop);
    }
}
