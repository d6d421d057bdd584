namespace UnionHall.Messaging.Mime;

/// <summary>The ids between angle brackets, without them; in their absence the words that look like ids.</summary>
internal static class MessageIds
{
    private const int Most = 200;
    private const int Longest = 500;

    public static IReadOnlyList<string> Read(IEnumerable<string> headers) => [.. headers.SelectMany(One).Where(id => id.Length is > 0 and <= Longest).Distinct(StringComparer.Ordinal).Take(Most)];

    private static IEnumerable<string> One(string header)
    {
        if (!header.Contains('<', StringComparison.Ordinal))
        {
            return header.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('@', StringComparison.Ordinal)).Select(CleanText.OneLine);
        }

        // Programs fold long ids in the middle: the blank is not part of the id.
        return header.Split('<').Skip(1).Where(piece => piece.Contains('>', StringComparison.Ordinal) || piece.Contains('@', StringComparison.Ordinal)).Select(piece => piece.Split('>')[0].Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\t", string.Empty, StringComparison.Ordinal)).Select(CleanText.OneLine);
    }
}
