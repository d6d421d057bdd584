namespace UnionHall.Platform.Jobs;

/// <summary>Runs what is ready here and now, one after the other: for tests, imports and the command line. The site itself runs jobs in the background.</summary>
public sealed class JobPump
{
    private readonly JobStore store;
    private readonly JobExecutor executor;

    internal JobPump(JobStore store, JobExecutor executor) => (this.store, this.executor) = (store, executor);

    /// <summary>Runs every ready job, and those they cause, until none is ready.</summary>
    /// <returns>How many ran, failed ones included.</returns>
    public async Task<int> RunReadyAsync(CancellationToken stop)
    {
        var ran = 0;
        while (await store.ClaimAsync(stop) is { Count: > 0 } batch)
        {
            foreach (var job in batch)
            {
                await executor.RecordAsync([await executor.RunAsync(job, stop)], stop);
            }

            ran += batch.Count;
        }

        return ran;
    }
}
