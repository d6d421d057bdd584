using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ListThresholds;

/// <summary>办理规则: the numbers that differ from city to city.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListThresholdsPage(ThresholdQuery query, SettingLog log, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ThresholdRow> Rows { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rows = await query.ListAsync(stop);
        History = new SettingHistory(
            await log.ListAsync(Thresholds.Area, key: null, stop), clock.GetUtcNow(), Thresholds.All.ToDictionary(threshold => threshold.Key, threshold => threshold.Name));
    }
}
