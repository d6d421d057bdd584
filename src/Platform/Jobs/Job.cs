namespace UnionHall.Platform.Jobs;

/// <summary>Work to be done after a change, stored in the change's own transaction. One row per subscriber of an event: the outbox is the job table.</summary>
public sealed class Job
{
    public Guid Id { get; init; }

    /// <summary>Which handler takes it, e.g. request-dispatched:notify-handlers.</summary>
    public required string Kind { get; init; }

    public required string Data { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset RunAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Set when it was done; done rows are swept after a while.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Set when it failed for good; shown to the system administrator, who may run it again or drop it.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>While a node runs it: until when that holds without a sign of life.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public Guid? ClaimedBy { get; set; }

    /// <summary>Gives a dead job all its attempts again.</summary>
    public Result Retry(DateTimeOffset now)
    {
        if (DeadAt is null)
        {
            return new Refusal("job-not-dead", "这个任务没有停下来，正在等着或者已经在做，不用再排一次。");
        }

        (DeadAt, Attempts, RunAt) = (null, 0, now);
        return Result.Done;
    }

    /// <summary>A job may be given up while no node runs it.</summary>
    public Result MayDrop(DateTimeOffset now) => ClaimedUntil > now
        ? new Refusal("job-running", "这个任务正在做，现在去不掉。等它停下来再来。")
        : DoneAt is not null ? new Refusal("job-done", "这个任务已经做完了，不用去掉。") : Result.Done;
}
