using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Settings;

/// <summary>A number with its rows.</summary>
/// <param name="Planned">Rows of later days, soonest first.</param>
internal sealed record ThresholdRow(Threshold Threshold, RequestSetting InForce, IReadOnlyList<RequestSetting> Planned);

/// <summary>The numbers as the pages show them.</summary>
internal sealed class ThresholdQuery(RequestsDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<ThresholdRow>> ListAsync(CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var rows = (await db.Context.Set<RequestSetting>().AsNoTracking().OrderBy(row => row.ValidFrom).ToListAsync(stop)).ToLookup(row => row.Key);
        return [.. Thresholds.All.Select(threshold => new ThresholdRow(
            threshold, rows[threshold.Key].Last(row => row.ValidFrom <= today), [.. rows[threshold.Key].Where(row => row.ValidFrom > today)]))];
    }

    public async Task<ThresholdRow?> FindAsync(string key, CancellationToken stop) =>
        (await ListAsync(stop)).FirstOrDefault(row => row.Threshold.Key == key);
}
