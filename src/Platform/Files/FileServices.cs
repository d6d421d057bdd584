using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Files;

internal static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddOptions<UploadLimits>().BindConfiguration("Uploads").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddSingleton<FileFolder>();
        services.AddSingleton<FileIntake>();
        services.AddScoped<Uploader>();
        services.AddScoped<UploadFile>();
        services.AddScoped<DownloadFile>();
        services.AddRecurringJob<FileSweep>();
        services.AddEventLabels(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["file-uploaded"] = "上传文件", ["file-swept"] = "清理没用上的文件" },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["file"] = "文件", ["mediaType"] = "类型", ["size"] = "字节数" });
        services.AddScoped(provider => new FileStore(
            provider.GetRequiredService<AppDbContext>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<FileIntake>(),
            provider.GetRequiredService<FileFolder>(),
            provider.GetRequiredService<Uploader>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddModelPart<FilesModel>();
    }

    /// <summary>Adds a module's answer to who may fetch its files.</summary>
    public static IServiceCollection AddFileAccess<TAccess>(this IServiceCollection services)
        where TAccess : class, IFileAccess => services.AddScoped<IFileAccess, TAccess>();
}
