using Microsoft.Extensions.Hosting;
using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Web;

/// <summary>Whether this node can serve people: the database answers in time, the schema is this build's, and it is not stopping.</summary>
internal sealed class Readiness(NpgsqlDataSource source, SchemaRunner schema, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <returns>Why not, or null when it can.</returns>
    public async Task<string?> CheckAsync(CancellationToken stop)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return "stopping";
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await AppliedAsync(patience.Token) == schema.Scripts().Count() ? null : "schema is not current";
        }
        catch (Exception problem) when (problem is NpgsqlException or OperationCanceledException)
        {
            return "database does not answer";
        }
    }

    private async Task<long> AppliedAsync(CancellationToken stop)
    {
        await using var command = source.CreateCommand("select count(*) from schema_script");
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }
}
