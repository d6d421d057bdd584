using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Requests.NameAccused;

namespace UnionHall.Requests;

/// <summary>Registers what the desk does where a request is about somebody of the union.</summary>
internal static class AccusedServices
{
    public static IServiceCollection AddAccused(this IServiceCollection services)
    {
        services.AddScoped<WayAround>();
        services.AddScoped<NameAccusedHandler>();
        return services.AddEventLabels(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["accused-changed"] = "记反映的是谁" },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["accused-changed.added"] = "加上几条", ["accused-changed.removed"] = "去掉几条" });
    }
}
