using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.App.Layouts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Today;

/// <summary>今天: what the modules put before someone who comes to work.</summary>
internal sealed class TodayPage(PageFrame frame, IEnumerable<IDeskPanel> panels, TimeProvider clock) : PageModel
{
    private const int NoonHour = 12;
    private const int EveningHour = 18;

    public Actor Actor { get; private set; } = null!;

    public List<Panel> Panels { get; } = [];

    /// <summary>The entries of the desk except this page, for days without anything to show.</summary>
    public IReadOnlyList<NavEntry> Entries { get; private set; } = [];

    public DateOnly Day => ChinaTime.Today(clock);

    public string PartOfDay => ChinaTime.In(clock.GetUtcNow()).Hour switch
    {
        < NoonHour => "上午好",
        < EveningHour => "下午好",
        _ => "晚上好",
    };

    public async Task OnGetAsync(CancellationToken stop)
    {
        Actor = await frame.ActorAsync(HttpContext);
        foreach (var panel in panels.OrderBy(panel => panel.Order))
        {
            if (await panel.ShowAsync(Actor, stop) is { } shown)
            {
                Panels.Add(shown);
            }
        }

        if (Panels.Count == 0)
        {
            Entries = [.. (await frame.EntriesAsync(NavPlace.Desk, HttpContext)).Where(entry => !entry.IsCurrent)];
        }
    }
}
