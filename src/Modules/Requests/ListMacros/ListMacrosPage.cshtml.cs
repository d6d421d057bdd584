using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Macros;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ListMacros;

/// <summary>一键办理: acts that go together.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListMacrosPage(MacroBook book, SettingLog log, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DatedRow<Macro>> Rows { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rows = await book.ListAsync(stop);
        History = new SettingHistory(await log.ListAsync(MacroBook.Area, key: null, stop), clock.GetUtcNow(), Rows.ToDictionary(row => row.Shown.Code, row => row.Shown.Name));
    }
}
