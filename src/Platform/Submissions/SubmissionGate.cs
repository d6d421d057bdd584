using System.Collections.Concurrent;

namespace UnionHall.Platform.Submissions;

/// <summary>Lets one request per key in at a time on this node, so that the second press finds the first one's outcome. Between nodes the primary key decides.</summary>
internal sealed class SubmissionGate
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> inside = new();

    public async Task<IDisposable> EnterAsync(Guid key, CancellationToken stop)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!inside.TryAdd(key, mine))
        {
            if (inside.TryGetValue(key, out var other))
            {
                await other.Task.WaitAsync(stop);
            }
        }

        return new Leaving(() =>
        {
            inside.TryRemove(key, out _);
            mine.SetResult();
        });
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
