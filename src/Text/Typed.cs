using System.Globalization;
using System.Text;

namespace UnionHall.Text;

/// <summary>Brings a typed number to its bare form.</summary>
internal static class Typed
{
    /// <summary>Half-width, upper case, without spaces, dashes, invisible characters and other marks between the characters.</summary>
    public static string Bare(string? typed)
    {
        var bare = new StringBuilder();
        foreach (var rune in CharacterClass.Whole(typed).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!IsBetween(rune))
            {
                bare.Append(Rune.ToUpperInvariant(rune));
            }
        }

        return bare.ToString();
    }

    /// <summary>The first character that is not allowed, as a person sees it; null when all are.</summary>
    public static string? Stranger(string bare, Func<char, bool> allowed)
    {
        for (var at = 0; at < bare.Length; at++)
        {
            if (!allowed(bare[at]))
            {
                return StringInfo.GetNextTextElement(bare, at);
            }
        }

        return null;
    }

    /// <summary>How many characters a person sees.</summary>
    public static int Count(string bare) => new StringInfo(bare).LengthInTextElements;

    private static bool IsBetween(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.DashPunctuation || rune.Value is '.' or '·' or '_' or '\u2212';
}
