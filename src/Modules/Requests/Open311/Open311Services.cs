using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Web;
using UnionHall.Requests.Open311.FilePublicRequest;

namespace UnionHall.Requests.Open311;

/// <summary>Registers Open311.</summary>
internal static class Open311Services
{
    public static IServiceCollection AddOpen311(this IServiceCollection services)
    {
        services.AddScoped<Jurisdictions>();
        services.AddScoped<PublicServices>();
        services.AddScoped<PublicRequestQuery>();
        services.AddScoped<FilePublicRequestHandler>();
        return services.AddSingleton<IErrorFormat, Open311ErrorFormat>();
    }
}
