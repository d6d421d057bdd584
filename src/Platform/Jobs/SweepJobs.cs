namespace UnionHall.Platform.Jobs;

/// <summary>Removes jobs that were done more than a week ago.</summary>
internal sealed class SweepJobs(JobStore store) : IRecurringJob
{
    public string Name => "sweep-jobs";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken stop) => store.SweepAsync(stop);
}
