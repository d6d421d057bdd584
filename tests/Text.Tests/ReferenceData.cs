namespace UnionHall.Text.Tests;

/// <summary>Public vectors that lie beside the repository on the project's own machines; tests skip themselves elsewhere.</summary>
internal static class ReferenceData
{
    /// <summary>The fields of every row of a CSV without its heading.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        var path = Find(file);
        Assert.SkipWhen(path is null, $"{file} is not here");
        return [.. File.ReadLines(path!).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }

    private static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "reference", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
