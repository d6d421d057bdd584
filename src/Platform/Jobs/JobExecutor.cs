using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UnionHall.Platform.Jobs;

/// <summary>Runs one claimed job in a scope of its own, and writes down what came of it.</summary>
internal sealed class JobExecutor(JobStore store, Subscriptions subscriptions, IServiceScopeFactory scopes, JobOptions options, ILogger<JobExecutor> log)
{
    private const int LongestError = 4000;

    public async Task<JobOutcome> RunAsync(ClaimedJob job, CancellationToken stop)
    {
        try
        {
            if (job.Attempt > options.Attempts)
            {
                throw new InvalidOperationException($"The process ended while this job ran, {options.Attempts} times.");
            }

            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RunningJob>().Id = job.Id;
            await subscriptions.OfKind(job.Kind)!.RunAsync(scope.ServiceProvider, job.Data, stop);
            return new JobOutcome(job, null);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            return new JobOutcome(job, problem);
        }
    }

    public async Task RecordAsync(IReadOnlyCollection<JobOutcome> outcomes, CancellationToken stop)
    {
        var done = outcomes.Where(outcome => outcome.Problem is null).Select(outcome => outcome.Job.Id).ToList();
        if (done.Count > 0)
        {
            await store.DoneAsync(done, stop);
        }

        foreach (var (job, problem) in outcomes.Where(outcome => outcome.Problem is not null))
        {
            await FailedAsync(job, problem!, stop);
        }
    }

#pragma warning disable CA5394 // The jitter protects nothing.
    private async Task FailedAsync(ClaimedJob job, Exception problem, CancellationToken stop)
    {
        log.JobFailed(problem, job.Id, job.Kind, job.Attempt);
        var error = problem.ToString();
        if (await store.FailedAsync(job, error[..Math.Min(error.Length, LongestError)], Random.Shared.NextDouble(), stop))
        {
            log.JobDied(job.Id, job.Kind, job.Attempt);
        }
    }
#pragma warning restore CA5394
}
