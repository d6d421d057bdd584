using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Backups;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Files;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Time;
using UnionHall.Platform.Web;

namespace UnionHall.Platform;

/// <summary>Registers the platform, and lets modules register their parts in the same words.</summary>
public static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, DatabaseOptions database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddDataSources(database.ConnectionString!);
        services.AddPooledDbContextFactory<AppDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext()
            .BeginScope(provider.GetRequiredService<Submission>(), provider.GetRequiredService<RunningJob>()));
        services.AddSingleton<ChangeRecorder>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<SchemaRunner>();
        services.AddScoped<SeedRunner>();
        services.AddScoped<CommandRunner>();
        services.AddVault().AddWeb().AddTelemetry();
        services.AddScoped<Settings.SettingLog>();
        services.AddModelPart<Settings.SettingModel>().AddCalendar();
        services.AddSigningIn();
        services.AddSignals().AddJobs().AddAudit().AddNotices().AddSubmissions();
        services.AddSingleton<DemoLoader>();
        services.AddCommand<Filling.FillCommand>();
        services.AddScoped<IDemoPart, Security.Demo.DemoAccounts>();
        return services.AddModelPart<PlatformModel>().AddFiles().AddBackups();
    }

    /// <summary>Adds a module's tables. Call in the order of the modules, bottom up.</summary>
    public static IServiceCollection AddModelPart<TPart>(this IServiceCollection services)
        where TPart : class, IModelPart => services.AddSingleton<IModelPart, TPart>();

    /// <summary>Lets a handler listen to an event.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IDomainEvent
        where THandler : class, IEventHandler<TEvent>
    {
        services.AddSingleton(Subscription.Of<TEvent, THandler>());
        return services.AddScoped<THandler>();
    }

    /// <summary>Adds work that comes round by the clock.</summary>
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services)
        where TJob : class, IRecurringJob
    {
        services.AddSingleton(new RecurringJobType(typeof(TJob)));
        return services.AddScoped<TJob>();
    }

    /// <summary>Adds Chinese names of a module's events and of the fields in them, for the audit log: "request-dispatched" → "派单".</summary>
    public static IServiceCollection AddEventLabels(this IServiceCollection services, IReadOnlyDictionary<string, string> events, IReadOnlyDictionary<string, string>? fields = null) =>
        services.AddSingleton(new EventLabelSet(events, fields ?? new Dictionary<string, string>(StringComparer.Ordinal)));

    /// <summary>Adds the Chinese names of an enumeration's values where they stand in this field of events.</summary>
    public static IServiceCollection AddEventValues<TValue>(this IServiceCollection services, string field, Func<TValue, string> chinese)
        where TValue : struct, Enum => services.AddSingleton(EventLabelSet.OfValues(field, chinese));

    /// <summary>Lets a module name the things its keys stand for, in the audit log.</summary>
    public static IServiceCollection AddSubjectNames<TNames>(this IServiceCollection services)
        where TNames : class, ISubjectNames => services.AddScoped<ISubjectNames, TNames>();

    /// <summary>Adds a verb of bin/unionhall.</summary>
    public static IServiceCollection AddCommand<TCommand>(this IServiceCollection services)
        where TCommand : class, ICommand => services.AddScoped<ICommand, TCommand>();
}
