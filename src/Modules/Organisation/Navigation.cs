using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation;

/// <summary>The entries of this module under 设置.</summary>
internal static class Navigation
{
    public static IServiceCollection AddOrganisationEntries(this IServiceCollection services) => services
        .AddNavItem(new NavItem(NavPlace.Settings, 10, "单位", "tree", "/admin/units", Permission.ManageOrganisation))
        .AddNavItem(new NavItem(NavPlace.Settings, 11, "企业", "building", "/admin/enterprises", Permission.ManageOrganisation))
        .AddNavItem(new NavItem(NavPlace.Settings, 20, "职务", "users", "/admin/posts", Permission.ManageAccess))
        .AddNavItem(new NavItem(NavPlace.Settings, 21, "为什么能看", "eye", "/admin/access/explain", Permission.ManageAccess))
        .AddNavItem(new NavItem(NavPlace.Settings, 30, "导入和导出", "upload", "/admin/imports", Permission.ManageOrganisation))
        .AddNavItem(new NavItem(NavPlace.Settings, 30, "导入和导出", "upload", "/admin/imports", Permission.ManageAccess));
}
