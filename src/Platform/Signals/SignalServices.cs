using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Signals;

internal static class SignalServices
{
    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.AddSingleton<SignalBus>();
        services.AddSingleton<LiveConnections>();
        return services.AddHostedService<SignalListener>();
    }
}
