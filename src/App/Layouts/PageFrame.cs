using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Layouts;

/// <summary>What stands around a page: who is here and where he may go.</summary>
internal sealed class PageFrame(ICurrentActor current, IEnumerable<NavItem> items, IEnumerable<INavSection> sections)
{
    public const string SettingsAddress = "/admin";

    public ValueTask<Actor> ActorAsync(HttpContext page) => current.GetAsync(page.RequestAborted);

    /// <summary>The entries of one list that this actor may use, with their numbers.</summary>
    public async Task<IReadOnlyList<NavEntry>> EntriesAsync(NavPlace place, HttpContext page)
    {
        var who = await ActorAsync(page);
        var usable = items.Where(item => item.Place == place && item.IsFor(who) && !IsEmptySettings(item, who)).OrderBy(item => item.Order).ToList();
        var here = usable.Where(item => IsOnOrUnder(page.Request.Path, item.Address)).MaxBy(item => item.Address.Length);
        var entries = new List<NavEntry>(usable.Count);
        foreach (var item in usable)
        {
            var count = item.Count is null ? null : await item.Count(page, who);
            var links = item == here ? await LinksUnderAsync(item.Address, who, page) : [];
            entries.Add(new NavEntry(item, item == here, count, links));
        }

        return entries;
    }

    private async Task<IReadOnlyList<NavLink>> LinksUnderAsync(string address, Actor who, HttpContext page)
    {
        var links = new List<NavLink>();
        foreach (var section in sections.Where(section => section.Under == address))
        {
            links.AddRange(await section.LinksAsync(who, page));
        }

        return links;
    }

    private bool IsEmptySettings(NavItem item, Actor who) =>
        item.Address == SettingsAddress && !items.Any(setting => setting.Place == NavPlace.Settings && setting.IsFor(who));

    // The start pages are above everything and so current only on themselves.
    private static bool IsOnOrUnder(PathString path, string address) =>
        address is "/" or "/desk" ? path == address : path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One entry as the layout draws it.</summary>
internal sealed record NavEntry(NavItem Item, bool IsCurrent, int? Count, IReadOnlyList<NavLink> Links)
{
    /// <summary>Entries whose hundreds differ stand apart.</summary>
    public int Group => Item.Order / 100;
}
