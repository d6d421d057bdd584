using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.App.Layouts;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Settings;

/// <summary>设置: what this post may set, contributed by the modules.</summary>
internal sealed class SettingsPage(PageFrame frame) : PageModel
{
    public IReadOnlyList<NavEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync() => Entries = await frame.EntriesAsync(NavPlace.Settings, HttpContext);
}
