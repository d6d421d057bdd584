using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Security;

internal static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddSingleton<KeyRingFile>();
        services.AddSingleton<Vault>();
        services.AddSingleton<DataProtectionKeys>();
        services.AddDataProtection().SetApplicationName("unionhall");
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((options, keys) => options.XmlRepository = keys);
        return services.AddCommand<RotateKeysCommand>();
    }
}
