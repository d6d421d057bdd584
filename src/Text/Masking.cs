using System.Globalization;

namespace UnionHall.Text;

/// <summary>Shows personal data with its middle hidden. What is too short to hide anything is hidden whole.</summary>
public static class Masking
{
    private const string Hidden = "****";

    private static readonly HashSet<string> DoubleSurnames =
    [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
        "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
        "司空", "令狐", "轩辕", "呼延", "东郭", "百里", "第五", "拓跋",
    ];

    /// <summary>A person's name as surname and one star, however long the name: 张*, 欧阳*, 买*.</summary>
    /// <param name="name">The full name.</param>
    public static string Name(string? name) => Surname(name) is { Length: > 0 } surname ? surname + "*" : "*";

    /// <summary>The surname, for “张同志”: the first character, or the first two of a double surname; empty for no name.</summary>
    /// <param name="name">The full name. A name with “·” has no surname in this sense and gives its first character.</param>
    public static string Surname(string? name)
    {
        var line = PlainText.SingleLine(name);
        var isDouble = line.Length >= 3 && DoubleSurnames.Contains(line[..2]);
        return isDouble ? line[..2] : StringInfo.GetNextTextElement(line);
    }

    /// <summary>A mobile or other telephone number as 138****5678.</summary>
    /// <param name="number">The bare number.</param>
    public static string Mobile(string? number) => Keep(number, 3, Hidden, 4);

    /// <summary>An identity number (or passport) with its head and last four characters: 110***********002X.</summary>
    /// <param name="number">The bare number.</param>
    /// <param name="head">Characters shown at the start: 3 by default, 6 for those who need the area.</param>
    public static string IdNumber(string? number, int head = 3) =>
        Keep(number, head, new string('*', Math.Max(4, (number?.Length ?? 0) - head - 4)), 4);

    /// <summary>A bank or member card by its last four digits: **** 1234.</summary>
    /// <param name="number">The bare number.</param>
    public static string Card(string? number) => Keep(number, 0, Hidden + " ", 4);

    /// <summary>A mail address by its first character and its domain: w****@example.cn.</summary>
    /// <param name="address">The bare address.</param>
    public static string Mail(string? address) =>
        address?.LastIndexOf('@') is > 0 and var at ? string.Concat(StringInfo.GetNextTextElement(address), Hidden, address.AsSpan(at)) : Hidden;

    private static string Keep(string? value, int head, string middle, int tail)
    {
        var whole = CharacterClass.Whole(value);
        return whole.Length >= head + tail + 2 && !whole.Any(char.IsSurrogate)
            ? string.Concat(whole.AsSpan(0, head), middle, whole.AsSpan(whole.Length - tail))
            : Hidden;
    }
}
