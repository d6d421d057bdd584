using Npgsql;

namespace UnionHall.Platform.Data;

/// <summary>Runs the seeds whose tables are empty. Asks in plain SQL: a start that has nothing to add does not wait for the model.</summary>
public sealed class SeedRunner(NpgsqlDataSource source, IEnumerable<ISeed> seeds)
{
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var seed in seeds)
        {
            if (await IsEmptyAsync(seed.Table, stop))
            {
                await seed.RunAsync(stop);
            }
        }
    }

    private async Task<bool> IsEmptyAsync(string table, CancellationToken stop)
    {
        await using var command = source.Command($"select not exists (select 1 from {table})");
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }
}
