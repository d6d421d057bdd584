using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Audit.ExportAudit;
using UnionHall.Platform.Audit.ListAudit;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<EventLabels>();
        services.AddScoped<AuditWords>();
        services.AddScoped<AuditQuery>();
        services.AddScoped<VerifyAuditHandler>();
        services.AddScoped<ExportAuditHandler>();
        services.AddRecurringJob<AuditSealer>().AddRecurringJob<VerifyAudit>().AddCommand<AuditVerifyCommand>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 970, "审计", "eye", "/admin/audit", Permission.ReadAudit));
        return services.AddPlatformLabels();
    }
}
