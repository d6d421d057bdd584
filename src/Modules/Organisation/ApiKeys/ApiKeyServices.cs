using Microsoft.Extensions.DependencyInjection;
using UnionHall.Organisation.CollectApiKeys;
using UnionHall.Organisation.MakeApiKey;
using UnionHall.Organisation.RevokeApiKey;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.ApiKeys;

/// <summary>Registers what concerns API keys.</summary>
internal static class ApiKeyServices
{
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeySeal>();
        services.AddSingleton<ApiKeyPace>();
        services.AddScoped<ApiKeyRing>();
        services.AddScoped(made => new ApiKeyDoor(made.GetRequiredService<ApiKeyRing>(), made.GetRequiredService<ApiKeyPace>()));
        services.AddScoped<ApiKeysInReach>();
        services.AddScoped<MakeApiKeyHandler>();
        services.AddScoped<RevokeApiKeyHandler>();
        services.AddScoped<CollectApiKeysHandler>();
        return services.AddNavItem(new NavItem(NavPlace.Settings, 61, "接口密钥", "key", "/admin/api-keys", Permission.ManageSettings));
    }
}
