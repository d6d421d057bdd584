using System.Globalization;
using System.Text;

namespace UnionHall.Text;

/// <summary>Characters that change or hide text without being seen, so that a name or a link can look like another one.</summary>
internal static class Invisible
{
    public static bool Contains(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value != '\n',
        // Zero width, bidi marks and overrides, soft hyphen, byte order mark, tags; but a Mongolian vowel separator is spelling.
        UnicodeCategory.Format => rune.Value != 0x180E,
        _ => IsBlankLetter(rune.Value) || IsNoCharacter(rune.Value),
    };

    public static bool IsJoiner(Rune rune) => rune.Value == 0x200D;

    /// <summary>A joiner is part of an emoji only after a symbol, a skin tone or the emoji variation selector.</summary>
    public static bool CanJoin(Rune before) =>
        before.Value == 0xFE0F || Rune.GetUnicodeCategory(before) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    /// <summary>Letters and a pattern that print as nothing: combining joiner, Hangul fillers, empty braille.</summary>
    private static bool IsBlankLetter(int c) => c is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>U+FFFD stands here for a lone surrogate or bytes in a wrong encoding: nothing anyone typed.</summary>
    private static bool IsNoCharacter(int c) => c == 0xFFFD || c is >= 0xFDD0 and <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
}
