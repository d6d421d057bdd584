using System.Threading.RateLimiting;

namespace UnionHall.Organisation.ApiKeys;

/// <summary>How often each key came within a minute. The count is each node's own, as all rate limits are.</summary>
internal sealed class ApiKeyPace : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<ApiCaller> limiter = PartitionedRateLimiter.Create<ApiCaller, (ApiKeyId, int)>(caller =>
        RateLimitPartition.GetSlidingWindowLimiter((caller.Key, caller.PerMinute), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = caller.PerMinute,
            Window = Window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));

    /// <summary>How long it has to wait; null when it may go on.</summary>
    public TimeSpan? Wait(ApiCaller caller)
    {
        using var lease = limiter.AttemptAcquire(caller);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(10);
    }

    public void Dispose() => limiter.Dispose();
}
