namespace UnionHall.Text;

/// <summary>How near two texts are to each other in words: shares of <see cref="Bigrams"/> pairs, whatever their order and punctuation.</summary>
public static class Likeness
{
    /// <summary>Twice what both hold over what each holds (Dice), 0 to 100. Texts with nothing to compare are not alike.</summary>
    public static int Of(string? one, string? other)
    {
        var (left, right) = (Pairs(one), Pairs(other));
        return left.Count + right.Count == 0 ? 0 : 200 * left.Count(right.Contains) / (left.Count + right.Count);
    }

    /// <summary>How much of the words stands in none of the texts before, 0 to 100.</summary>
    public static int NewShare(string? words, IEnumerable<string?> before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (said, known) = (Pairs(words), before.SelectMany(Pairs).ToHashSet(StringComparer.Ordinal));
        return said.Count == 0 ? 0 : 100 * said.Count(pair => !known.Contains(pair)) / said.Count;
    }

    private static HashSet<string> Pairs(string? text) =>
        TokenReader.Read(text).Where(token => token.Kind != TokenKind.Last).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
}
