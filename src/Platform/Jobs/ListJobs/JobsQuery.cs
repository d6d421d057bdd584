using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Jobs.ListJobs;

/// <summary>What waits, runs and has stopped, for the page and the command line.</summary>
internal sealed class JobsQuery(AppDbContext db, NpgsqlDataSource source, Subscriptions subscriptions, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<JobCounts> CountAsync(CancellationToken stop)
    {
        await using var command = source.Command(
            """
            select count(*) filter (where dead_at is null and kind = any($2) and (claimed_until is null or claimed_until <= $1)),
                   count(*) filter (where dead_at is null and claimed_until > $1),
                   count(*) filter (where dead_at is null and not kind = any($2)),
                   count(*) filter (where dead_at is not null)
            from job where done_at is null
            """,
            clock.GetUtcNow(),
            subscriptions.Kinds);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return new JobCounts(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    /// <summary>One page in the order of creation, newest first, after the job with this key.</summary>
    public async Task<IReadOnlyList<JobRow>> ListAsync(JobState state, Guid? after, CancellationToken stop)
    {
        var rows = Of(state);
        if (after is { } key)
        {
            rows = rows.Where(job => job.Id < key);
        }

        return await rows.OrderByDescending(job => job.Id).Take(PageSize + 1)
            .Select(job => new JobRow(job.Id, job.Kind, job.CreatedAt, job.RunAt, job.Attempts, job.DeadAt, job.ClaimedUntil, job.LastError))
            .ToListAsync(stop);
    }

    public async Task<IReadOnlyList<RecurringRow>> RecurringAsync(CancellationToken stop)
    {
        await using var command = source.Command(
            "select name, last_at, next_at, claimed_until is not null and claimed_until > now(), last_error from recurring_job order by name");
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<RecurringRow>();
        while (await reader.ReadAsync(stop))
        {
            rows.Add(new RecurringRow(
                reader.GetString(0),
                await reader.IsDBNullAsync(1, stop) ? null : reader.GetFieldValue<DateTimeOffset>(1),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.GetBoolean(3),
                await reader.IsDBNullAsync(4, stop) ? null : reader.GetString(4)));
        }

        return rows;
    }

    private IQueryable<Job> Of(JobState state)
    {
        var (now, kinds) = (clock.GetUtcNow(), subscriptions.Kinds);
        var open = db.Set<Job>().AsNoTracking().Where(job => job.DoneAt == null);
        return state switch
        {
            JobState.Dead => open.Where(job => job.DeadAt != null),
            JobState.Running => open.Where(job => job.DeadAt == null && job.ClaimedUntil > now),
            JobState.Unknown => open.Where(job => job.DeadAt == null && !kinds.Contains(job.Kind)),
            _ => open.Where(job => job.DeadAt == null && kinds.Contains(job.Kind) && (job.ClaimedUntil == null || job.ClaimedUntil <= now)),
        };
    }
}

/// <summary>Dead: out of attempts. Ready: waits for its time or a free worker. Unknown: of a kind only a newer build knows.</summary>
internal enum JobState
{
    Dead,
    Ready,
    Running,
    Unknown,
}

internal sealed record JobCounts(long Ready, long Running, long Unknown, long Dead)
{
    public long Of(JobState state) => state switch
    {
        JobState.Dead => Dead,
        JobState.Ready => Ready,
        JobState.Running => Running,
        _ => Unknown,
    };
}

internal sealed record JobRow(
    Guid Id, string Kind, DateTimeOffset CreatedAt, DateTimeOffset RunAt, int Attempts, DateTimeOffset? DeadAt, DateTimeOffset? ClaimedUntil, string? LastError)
{
    /// <summary>The first line of the error is enough for a list.</summary>
    public string? Problem => LastError?.Split('\n', 2)[0];
}

internal sealed record RecurringRow(string Name, DateTimeOffset? LastAt, DateTimeOffset NextAt, bool IsRunning, string? LastError);
