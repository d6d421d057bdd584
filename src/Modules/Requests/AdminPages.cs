using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.AddCategory;
using UnionHall.Requests.AddService;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.ChangeCategory;
using UnionHall.Requests.ChangeService;
using UnionHall.Requests.ChangeThreshold;
using UnionHall.Requests.MoveCategory;
using UnionHall.Requests.MoveService;
using UnionHall.Requests.RetireService;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests;

/// <summary>Registers what administrators use.</summary>
internal static class AdminPages
{
    public static IServiceCollection AddAdminPages(this IServiceCollection services)
    {
        services.AddScoped<SettingsTurn>();
        services.AddScoped<ThresholdQuery>();
        services.AddScoped<ChangeThresholdHandler>();
        services.AddScoped<CatalogueBook>();
        services.AddScoped<Receivers>();
        services.AddScoped<ServicePlanning>();
        services.AddScoped<AddServiceHandler>();
        services.AddScoped<ChangeServiceHandler>();
        services.AddScoped<RetireServiceHandler>();
        services.AddScoped<MoveServiceHandler>();
        services.AddScoped<AddCategoryHandler>();
        services.AddScoped<ChangeCategoryHandler>();
        services.AddScoped<MoveCategoryHandler>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 40, "服务目录", "clipboard", "/admin/services", Permission.ManageSettings));
        return services.AddNavItem(new NavItem(NavPlace.Settings, 41, "办理规则", "sliders", "/admin/thresholds", Permission.ManageSettings));
    }
}
