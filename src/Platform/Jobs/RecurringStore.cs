using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Jobs;

/// <summary>The lease rows of the recurring jobs, all by the database's clock.</summary>
internal sealed class RecurringStore(NpgsqlDataSource source)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly Guid Node = Guid.CreateVersion7();

    public Task EnsureAsync(string name, CancellationToken stop) =>
        source.ExecuteAsync(stop, "insert into recurring_job (name) values ($1) on conflict do nothing", name);

    /// <returns>True when it is due and this node holds it now.</returns>
    public async Task<bool> TakeAsync(string name, CancellationToken stop) => await source.ExecuteAsync(
        stop,
        """
        update recurring_job set claimed_until = now() + $2, claimed_by = $3
        where name = $1 and next_at <= now() and (claimed_until is null or claimed_until < now())
        """,
        name,
        Lease,
        Node) == 1;

    public Task RenewAsync(string name, CancellationToken stop) => source.ExecuteAsync(
        stop, "update recurring_job set claimed_until = now() + $2 where name = $1 and claimed_by = $3", name, Lease, Node);

    /// <summary>Writes down the run and lets go, with the time of the next one.</summary>
    public Task FinishAsync(string name, TimeSpan next, string? error, CancellationToken stop) => source.ExecuteAsync(
        stop,
        """
        update recurring_job set claimed_until = null, claimed_by = null, last_at = now(), next_at = now() + $2, last_error = $4
        where name = $1 and claimed_by = $3
        """,
        name,
        next,
        Node,
        error);
}
