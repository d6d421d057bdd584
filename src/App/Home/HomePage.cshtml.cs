using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.App.Layouts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Home;

/// <summary>The worker's front door: say it first, then what waits, then what there is.</summary>
internal sealed class HomePage(PageFrame frame, IEnumerable<IHomePanel> panels, IEnumerable<IHomeServices> services) : PageModel
{
    /// <summary>Fewer things in 长辈版: the rest is one tap further, under the last of them.</summary>
    private const int ServicesForElders = 3;

    private const int ServicesForAll = 8;

    public bool IsElder { get; private set; }

    public string Greeting { get; private set; } = "";

    public List<Panel> Panels { get; } = [];

    public IReadOnlyList<HomeService> Services { get; private set; } = [];

    /// <summary>Where all services are listed.</summary>
    public string? AllServices => services.FirstOrDefault()?.AllAddress;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var actor = await frame.ActorAsync(HttpContext);
        IsElder = PagePreferences.Of(Request).IsElder;
        Greeting = actor.Account is null ? "有事您说" : $"{actor.Name}，有事您说";
        foreach (var panel in panels.OrderBy(panel => panel.Order))
        {
            if (await panel.ShowAsync(actor, stop) is { } shown)
            {
                Panels.Add(shown);
            }
        }

        Services = [.. (await ServicesForAsync(actor, stop)).Take(IsElder ? ServicesForElders : ServicesForAll)];
    }

    private async Task<List<HomeService>> ServicesForAsync(Actor actor, CancellationToken stop)
    {
        var all = new List<HomeService>();
        foreach (var source in services)
        {
            all.AddRange(await source.ListAsync(actor, stop));
        }

        return all;
    }
}
