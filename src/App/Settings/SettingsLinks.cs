using UnionHall.App.Layouts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Settings;

/// <summary>The links under 设置.</summary>
internal sealed class SettingsLinks(IEnumerable<NavItem> items) : INavSection
{
    public string Under => PageFrame.SettingsAddress;

    public ValueTask<IReadOnlyList<NavLink>> LinksAsync(Actor actor, HttpContext page)
    {
        IReadOnlyList<NavLink> links =
        [
            .. items.Where(item => item.Place == NavPlace.Settings && item.IsFor(actor))
                .OrderBy(item => item.Order)
                .Select(item => new NavLink(item.Text, item.Address)),
        ];
        return ValueTask.FromResult(links);
    }
}
