using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Jobs;

namespace UnionHall.Requests;

/// <summary>Registers clocks: rules, pages, sweep.</summary>
internal static class ClockServices
{
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.AddSingleton<ClockRules>();
        services.AddScoped<ISeed, ClockSeed>();
        services.AddScoped<ClockDesk>();
        services.AddEventHandler<HolidaysImported, RecomputeClocks>();
        return services;
    }
}
