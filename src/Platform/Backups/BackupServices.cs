using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Backups;

internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<BackupWriter>();
        services.AddSingleton<RestoreBackup>();
        services.AddEventLabels(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["backup-made"] = "做备份", ["backup-restored"] = "恢复备份" },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["backup"] = "备份", ["rows"] = "行数", ["files"] = "文件数", ["withKeys"] = "带密钥", ["madeAt"] = "备份时间" });
        return services.AddCommand<BackupCommand>().AddCommand<RestoreCommand>().AddCommand<VerifyCommand>();
    }
}
