using System.Reflection;
using UnionHall.Testing;

namespace UnionHall.Architecture.Tests;

/// <summary>What the walls are made of: the projects from the bottom up, their assemblies and their source files.</summary>
internal static class House
{
    /// <summary>Modules in the order of ARCHITECTURE.md: each may use those before it, Platform and Text.</summary>
    public static readonly string[] Modules = ["Organisation", "People", "Messaging", "Requests"];

    /// <summary>Every project of src, bottom up.</summary>
    public static readonly string[] Projects = ["Text", "Platform", .. Modules, "App"];

    private static readonly string[] NotSource = ["bin", "obj", "node_modules", "artifacts", "data", "dist", ".git"];

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Projects.Select(project => Assembly.Load($"UnionHall.{project}"))];

    /// <summary>Types written by hand: neither made by the compiler nor by Razor.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    public static string Short(this Assembly assembly) => assembly.GetName().Name!["UnionHall.".Length..];

    public static string Short(this Type type) => type.FullName!["UnionHall.".Length..];

    /// <summary>Files of the checkout with these endings, as paths from its root.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Below(new DirectoryInfo(Repository.Root))
            .Where(file => Array.Exists(endings, ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, file.FullName));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("UnionHall.", StringComparison.Ordinal) == true
        && !type.IsNested
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.Name.Contains('>', StringComparison.Ordinal);

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFileSystemInfos().SelectMany(entry => entry switch
    {
        FileInfo file => [file],
        DirectoryInfo inner when !NotSource.Contains(inner.Name) && inner.LinkTarget is null => Below(inner),
        _ => (IEnumerable<FileInfo>)[],
    });
}
