using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Notices;

/// <summary>Removes notices half a year after they were read, unread ones after a year.</summary>
internal sealed class SweepNotices(NpgsqlDataSource source, TimeProvider clock) : IRecurringJob
{
    public string Name => "sweep-notices";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken stop) => source.ExecuteAsync(
        stop, "delete from notice where read_at < $1 - interval '180 days' or at < $1 - interval '365 days'", clock.GetUtcNow());
}
