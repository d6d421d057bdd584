namespace UnionHall.Testing;

/// <summary>Where the checkout and the shared data are, found from the test assembly upwards.</summary>
public static class Repository
{
    public static string Root { get; } = Up("UnionHall.slnx") ?? throw new InvalidOperationException("The repository root was not found.");

    /// <summary>A file of the shared data, or null where there is none: then the test skips itself.</summary>
    public static string? SharedData(string path)
    {
        var parent = Directory.GetParent(Root)?.FullName;
        foreach (var root in new[] { parent, Root, parent is null ? null : Directory.GetParent(parent)?.FullName })
        {
            var file = root is null ? null : Path.Combine(root, "shared", "data", path);
            if (File.Exists(file) || Directory.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static string? Up(string marker)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, marker)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
