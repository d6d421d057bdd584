using System.Globalization;
using System.Text;

namespace UnionHall.Text;

internal enum CharacterKind
{
    Separator,
    Ignored,
    Letter,
    Ideograph,
}

/// <summary>Sorts characters (Unicode code points) for indexing and cleaning.</summary>
internal static class CharacterClass
{
    /// <summary>NFKC and lower case; lone surrogates, which cannot be normalised or stored, become U+FFFD.</summary>
    public static string Fold(string? text) =>
        Whole(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>The text with every lone surrogate replaced by U+FFFD.</summary>
    public static string Whole(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.Any(char.IsSurrogate))
        {
            return text ?? "";
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    public static CharacterKind Of(Rune rune)
    {
        if (IsIdeograph(rune.Value))
        {
            return CharacterKind.Ideograph;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterKind.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                => IsVariationSelector(rune.Value) ? CharacterKind.Ignored : CharacterKind.Letter,
            UnicodeCategory.Format => CharacterKind.Ignored,
            _ => CharacterKind.Separator,
        };
    }

    /// <summary>Scripts written without spaces: Han with all extensions, kana, bopomofo; and private-use Han of old GB 18030 fonts.</summary>
    private static bool IsIdeograph(int c) => c switch
    {
        >= 0x4E00 and <= 0x9FFF => true,
        < 0x2E80 => false,
        <= 0x2FDF => true,
        0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3038 and <= 0x303B) => true,
        (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) => true,
        (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) => true,
        (>= 0x3105 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF) => true,
        >= 0x3400 and <= 0x4DBF => true,
        (>= 0xE000 and <= 0xF8FF) or (>= 0xF900 and <= 0xFAFF) => true,
        _ => c is >= 0x20000 and <= 0x3FFFD,
    };

    private static bool IsVariationSelector(int c) =>
        c is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180F) or 0x034F;
}
