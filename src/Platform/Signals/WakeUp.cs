namespace UnionHall.Platform.Signals;

/// <summary>Lets a loop sleep until it is called or its time is up; calls while it is busy count as one.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly SemaphoreSlim called = new(0, 1);

    public void Call()
    {
        try
        {
            if (called.CurrentCount == 0)
            {
                called.Release();
            }
        }
        catch (Exception problem) when (problem is SemaphoreFullException or ObjectDisposedException)
        {
            // Called twice at once, or after the loop has ended: nothing to wake.
        }
    }

    /// <returns>True when it was called, false when the time was up.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken stop) => called.WaitAsync(atMost, stop);

    public void Dispose() => called.Dispose();
}
