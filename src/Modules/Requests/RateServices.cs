using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.ChangeFormula;
using UnionHall.Requests.Rates;
using UnionHall.Requests.ReadBulletin;
using UnionHall.Requests.ReadRateCases;
using UnionHall.Requests.ReadRates;
using UnionHall.Requests.ReadSigns;

namespace UnionHall.Requests;

/// <summary>Registers the three rates: league tables, signs, bulletins.</summary>
internal static class RateServices
{
    public static IServiceCollection AddRates(this IServiceCollection services)
    {
        services.AddScoped<RateBook>();
        services.AddScoped<RateReach>();
        services.AddScoped<ExportRatesHandler>();
        services.AddScoped<RateCaseQuery>();
        services.AddScoped<SignQuery>();
        services.AddScoped<BulletinQuery>();
        services.AddScoped<ChangeFormulaHandler>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 190, "三率", "chart", "/desk/rates", Permission.ReadRequests));
        services.AddNavItem(new NavItem(NavPlace.Desk, 191, "通报", "megaphone", "/desk/bulletin", Permission.ReadRequests));
        services.AddNavItem(new NavItem(NavPlace.Settings, 43, "三率怎么算", "chart", "/admin/rates", Permission.ManageSettings));
        return services.AddEventLabels(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["rates-exported"] = "导出三率",
                ["bulletin-exported"] = "下载通报",
                ["rate-formula-changed"] = "改三率的算法",
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["period"] = "哪一段",
                ["rate-formula"] = "三率的算法",
                ["rate-formula-changed.from"] = "从哪天起",
            });
    }
}
