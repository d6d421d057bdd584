using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Sampling;

namespace UnionHall.Requests.ListSampling;

/// <summary>回访抽样: whom to ask.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListSamplingPage(SamplingBook book, SamplingWords words, SettingLog log, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(SamplingRow Row, string For)> Rows { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rows = new List<(SamplingRow, string)>();
        foreach (var row in await book.ListAsync(stop))
        {
            rows.Add((row, await words.ForAsync(row.Rule, stop)));
        }

        Rows = rows;
        History = new SettingHistory(await log.ListAsync(SamplingBook.Area, key: null, stop), clock.GetUtcNow());
    }
}
