using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Submissions;

/// <summary>Forgets submissions that nobody repeats any more.</summary>
internal sealed class SweepSubmissions(SubmissionStore store) : IRecurringJob
{
    public string Name => "sweep-submissions";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken stop) => store.SweepAsync(stop);
}
