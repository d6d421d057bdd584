namespace UnionHall.Text;

/// <summary>The pairs of characters that carry the matter of a text, for comparing two texts: Chinese has no spaces, and pairs need no dictionary.</summary>
public static class Keywords
{
    /// <summary>Characters of grammar, politeness and asking. A pair with one of them says little of the matter.</summary>
    private static readonly HashSet<char> Thin =
    [
        .. "的了着过吗呢吧啊呀是在有和与及或也都就还又再不没很太最被把给对从到向往于之其此这那哪怎么样谁什多少几何为能会要想请问希望可以应该您你我他她它们个些一二三四五六七八九十两上下中里内外后前时候年月日号天",
    ];

    /// <summary>The distinct pairs and words of a text without the thin ones, in the order in which they first stand.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string? text) =>
        [.. TokenReader.Read(text).Where(token => token.Kind != TokenKind.Last && !IsThin(token)).Select(token => token.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>A <c>tsquery</c> literal that finds texts with any of the keywords, or null when there is none. Rank decides, so give it few.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The first so many keywords are used.</param>
    public static string? ToTsQuery(string? text, int most) =>
        Of(text).Take(most).ToList() is { Count: > 0 } words ? string.Join(" | ", words.Select(word => $"'{word}'")) : null;

    private static bool IsThin(Token token) => token.Kind == TokenKind.Pair ? token.Text.Any(Thin.Contains) : token.Text.Length < 2 || token.Text.All(char.IsAsciiDigit);
}
