using System.IO.Compression;
using System.Text;

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

    /// <summary>The rows of a packed CSV of petitions, by heading; fields may hold line ends and quotes.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Petitions(string file)
    {
        var path = Find(Path.Combine("..", "petitions", file));
        Assert.SkipWhen(path is null, $"{file} is not here");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path!), CompressionMode.Decompress));
        var rows = Split(reader.ReadToEnd()).ToList();
        return [.. rows.Skip(1).Where(row => row.Count == rows[0].Count).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static IEnumerable<List<string>> Split(string text)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var character in text)
        {
            switch (character)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !quoted:
                    row.Add(field.ToString());
                    yield return row;
                    row = [];
                    field.Clear();
                    break;
                default:
                    field.Append(character);
                    break;
            }
        }
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
