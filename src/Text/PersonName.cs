using System.Buffers;
using System.Globalization;
using System.Text;

namespace UnionHall.Text;

/// <summary>A person's full name, 1 to 50 characters on one line: Chinese with rare characters, “·”, and names in other scripts.</summary>
public sealed record PersonName
{
    private const int Longest = 50;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\t\u0085\u2028\u2029");

    private PersonName(string text) => Text = text;

    /// <summary>The name as written, without spaces at its ends.</summary>
    public string Text { get; }

    /// <summary>Masked: 张*.</summary>
    public override string ToString() => Masking.Name(Text);

    /// <summary>Reads what a person typed. A line break, digit or sign in it is a fault, never silently dropped.</summary>
    /// <param name="typed">The name.</param>
    public static Reading<PersonName> Read(string? typed)
    {
        var name = (typed ?? "").Trim();
        if (name.Length == 0)
        {
            return new(Fault.Missing, "姓名还没填。");
        }

        if (name.AsSpan().ContainsAny(LineBreaks))
        {
            return new(Fault.Characters, "姓名里有换行，写在一行里就好。");
        }

        if (PlainText.CountCodePoints(name) is var length && length > Longest)
        {
            return new(Fault.Length, $"姓名最多 {Longest} 个字，现在 {length} 个。");
        }

        return Stranger(name) is { } stranger
            ? new(Fault.Characters, stranger)
            : new(new PersonName(name.Replace('•', '·').Replace('・', '·').Replace('‧', '·')));
    }

    private static string? Stranger(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsOfNames(rune))
            {
                return Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned || rune.Value == 0xFFFD
                    ? "姓名里有看不见的字符，删掉重新打一遍就好。"
                    : $"姓名里有“{rune}”，名字里用不到它，麻烦改一下。";
            }
        }

        return null;
    }

    private static bool IsOfNames(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        // Marks carry the accents of other scripts and the variation selectors of rare Chinese forms.
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        // Newer Han extensions than this runtime knows are unassigned to it.
        _ => rune.Value is '·' or '•' or '・' or '‧' or '.' or '-' or '\'' or '’' or ' ' or (>= 0x20000 and <= 0x3FFFD),
    };
}
