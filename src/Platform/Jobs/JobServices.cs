using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionHall.Platform.Jobs.ListJobs;
using UnionHall.Platform.Jobs.ReadJob;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Jobs;

internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(new JobOptions());
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobExecutor>();
        services.AddScoped<RunningJob>();
        services.AddSingleton<RecurringStore>();
        services.AddSingleton(provider => new JobPump(provider.GetRequiredService<JobStore>(), provider.GetRequiredService<JobExecutor>()));
        services.AddHostedService<JobRunner>();
        services.AddHostedService<RecurringRunner>();
        services.AddRecurringJob<SweepJobs>();
        services.AddScoped<JobsQuery>();
        services.AddScoped<RetryJobHandler>();
        services.AddScoped<DropJobHandler>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 960, "后台任务", "refresh", "/admin/jobs", Permission.ManageSettings));
        return services.AddCommand<JobsListCommand>().AddCommand<JobsRetryCommand>().AddCommand<JobsDropCommand>();
    }
}
