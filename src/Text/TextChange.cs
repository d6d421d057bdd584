namespace UnionHall.Text;

/// <summary>What became of a line.</summary>
public enum LineChange
{
    /// <summary>Stands in both.</summary>
    Same,

    /// <summary>Stood in the first only.</summary>
    Removed,

    /// <summary>Stands in the second only.</summary>
    Added,
}

/// <summary>A line of either text.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record ChangedLine(LineChange Kind, string Text);

/// <summary>Tells two texts apart, line by line, by their longest common subsequence.</summary>
public static class TextChange
{
    /// <summary>Lines compared of each text; what follows is told as removed and added.</summary>
    private const int Most = 2000;

    /// <summary>All lines of both texts in reading order; where lines were changed, the removed stand before the added. Empty lines are left out.</summary>
    /// <param name="before">The first text.</param>
    /// <param name="after">The second text.</param>
    public static IReadOnlyList<ChangedLine> Lines(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var common = Common([.. old.Take(Most)], [.. now.Take(Most)]);
        var lines = new List<ChangedLine>(old.Length + now.Length);
        var (i, j) = (0, 0);
        foreach (var (place, other) in common.Append((old.Length, now.Length)))
        {
            lines.AddRange(old[i..place].Select(line => new ChangedLine(LineChange.Removed, line)));
            lines.AddRange(now[j..other].Select(line => new ChangedLine(LineChange.Added, line)));
            if (place < old.Length)
            {
                lines.Add(new ChangedLine(LineChange.Same, old[place]));
            }

            (i, j) = (place + 1, other + 1);
        }

        return lines;
    }

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The places of the longest common subsequence, in order.</summary>
    private static List<(int Old, int New)> Common(string[] old, string[] now)
    {
        var length = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                length[i, j] = old[i] == now[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var common = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < old.Length && j < now.Length;)
        {
            if (old[i] == now[j])
            {
                common.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }
}
