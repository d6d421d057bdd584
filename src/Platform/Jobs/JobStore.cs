using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Jobs;

/// <summary>
/// The job table as the runners see it. Readiness goes by the site's clock, leases by the database's, so that nodes
/// whose clocks differ never take a job from each other.
/// </summary>
internal sealed class JobStore(NpgsqlDataSource source, Subscriptions subscriptions, JobOptions options, TimeProvider clock)
{
    /// <summary>The signal raised when jobs were stored.</summary>
    public const string Topic = "jobs";

    private static readonly Guid Node = Guid.CreateVersion7();

    /// <summary>Claims ready jobs of the kinds this build knows, oldest first. The attempt counts from here, so that a job that kills its process dies too.</summary>
    public async Task<IReadOnlyList<ClaimedJob>> ClaimAsync(CancellationToken stop)
    {
        await using var command = source.Command(
            """
            with ready as materialized (
                select id from job
                where done_at is null and dead_at is null and run_at <= $1 and kind = any($2)
                    and (claimed_until is null or claimed_until < now())
                order by run_at limit $3
                for update skip locked)
            update job set claimed_until = now() + $4, claimed_by = $5, attempts = attempts + 1
            from ready where job.id = ready.id
            returning job.id, kind, data, attempts
            """,
            clock.GetUtcNow(),
            subscriptions.Kinds,
            options.Batch,
            options.Lease,
            Node);
        var claimed = new List<ClaimedJob>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            claimed.Add(new ClaimedJob(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
        }

        return claimed;
    }

    /// <summary>Says that these are still running here.</summary>
    public Task RenewAsync(IReadOnlyCollection<Guid> running, CancellationToken stop) => source.ExecuteAsync(
        stop, "update job set claimed_until = now() + $3 where id = any($1) and claimed_by = $2", running.ToArray(), Node, options.Lease);

    /// <summary>Gives back a job that was claimed and not begun, or not finished in time for the end of the process.</summary>
    public Task ReleaseAsync(ClaimedJob job, CancellationToken stop) => source.ExecuteAsync(
        stop, "update job set claimed_until = null, claimed_by = null, attempts = attempts - 1 where id = $1 and claimed_by = $2", job.Id, Node);

    public Task DoneAsync(IReadOnlyCollection<Guid> done, CancellationToken stop) => source.ExecuteAsync(
        stop,
        "update job set done_at = $3, claimed_until = null, claimed_by = null, last_error = null where id = any($1) and claimed_by = $2",
        done.ToArray(),
        Node,
        clock.GetUtcNow());

    /// <returns>True when that was the last attempt.</returns>
    public async Task<bool> FailedAsync(ClaimedJob job, string error, double chance, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var dead = job.Attempt >= options.Attempts;
        await source.ExecuteAsync(
            stop,
            "update job set run_at = $3, dead_at = $4, last_error = $5, claimed_until = null, claimed_by = null where id = $1 and claimed_by = $2",
            job.Id,
            Node,
            now + BackOff.After(job.Attempt, chance),
            dead ? now : null,
            error);
        return dead;
    }

    /// <summary>Removes the rows of jobs that were done long ago.</summary>
    public Task<int> SweepAsync(CancellationToken stop) =>
        source.ExecuteAsync(stop, "delete from job where done_at < $1", clock.GetUtcNow() - options.Keep);
}
