using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.App.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.App.Layouts;

/// <summary>Registers the frame of the pages and the entries that belong to no module.</summary>
internal static class LayoutServices
{
    public static IServiceCollection AddLayouts(this IServiceCollection services) => services
        .AddUi()
        .AddScoped<PageFrame>()
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Me/MePage", "/desk/me"))
        .AddNavItem(new NavItem(NavPlace.WorkerTabs, 0, "首页", "home", "/"))
        .AddNavItem(new NavItem(NavPlace.WorkerTabs, 90, "我的", "user", "/me"))
        .AddNavItem(new NavItem(NavPlace.Desk, 0, "今天", "sun", "/desk"))
        .AddNavItem(new NavItem(NavPlace.Desk, 900, "设置", "settings", PageFrame.SettingsAddress))
        .AddNavSection<SettingsLinks>();
}
