using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace UnionHall.Platform.Data;

/// <summary>
/// The connections. With several hosts in the connection string (Host=a,b,c) the ordinary source finds the primary by
/// itself, also after a change of primary, and the keyed one prefers a standby for reading what may be a moment old;
/// with one host both are the same.
/// </summary>
public static class DataSources
{
    /// <summary>Key of the source for figures and exports: [FromKeyedServices(DataSources.PreferStandby)] NpgsqlDataSource. Never for reading back what was just written.</summary>
    public const string PreferStandby = "prefer-standby";

    internal static IServiceCollection AddDataSources(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.ApplicationName ??= "unionhall";
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        if (settings.Host?.Contains(',', StringComparison.Ordinal) != true)
        {
            services.AddSingleton(builder.Build());
            return services.AddKeyedSingleton(PreferStandby, (provider, _) => provider.GetRequiredService<NpgsqlDataSource>());
        }

        services.AddSingleton(builder.BuildMultiHost());
        services.AddSingleton(provider => provider.GetRequiredService<NpgsqlMultiHostDataSource>().WithTargetSession(TargetSessionAttributes.Primary));
        return services.AddKeyedSingleton(PreferStandby, (provider, _) => provider.GetRequiredService<NpgsqlMultiHostDataSource>().WithTargetSession(TargetSessionAttributes.PreferStandby));
    }
}
