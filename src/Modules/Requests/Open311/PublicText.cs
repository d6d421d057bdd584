using System.Text.RegularExpressions;
using UnionHall.Text;

namespace UnionHall.Requests.Open311;

/// <summary>
/// Words that everybody may read: without numbers of persons, people called by name or by their office, addresses of mail and the worker's
/// own name. Rather a word too many is taken out than one too few.
/// </summary>
internal static partial class PublicText
{
    /// <summary>Code points, as the specification limits it.</summary>
    public const int Most = 4_000;

    private const string Titles = "师傅|同志|先生|女士|小姐|大哥|大姐|阿姨|老师|经理|主任|书记|主席|厂长|队长|组长|班长|科长|处长|局长|部长|店长|站长|老板|主管|总监|总(?![工是会部经计之体数])|工(?![会作资人友地厂程艺伤时龄种])";

    /// <param name="words">As written.</param>
    /// <param name="name">Of the worker; null where he gave none.</param>
    /// <param name="today">Today in China.</param>
    public static string Of(string words, string? name, DateOnly today)
    {
        var text = PersonalData.Blank(words, today).Replace("{填：号码}", "〔号码〕", StringComparison.Ordinal).Replace("{填：称呼}", "〔称呼〕", StringComparison.Ordinal);
        text = Mail().Replace(text, "〔邮箱〕");
        text = LongNumber().Replace(text, "〔号码〕");
        text = WithTitle().Replace(text, "〔称呼〕");
        return string.Concat((string.IsNullOrWhiteSpace(name) ? text : WithoutName(text, name.Trim())).EnumerateRunes().Take(Most));
    }

    /// <summary>The name in one piece or spaced out, the given name alone, and the surname with a title: rare surnames have no mark in a text, this one is known.</summary>
    private static string WithoutName(string text, string name)
    {
        var surname = Masking.Surname(name);
        var given = name[surname.Length..].Trim();
        text = Written(string.Join(@"\s*", name.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => Regex.Escape(sign.ToString())))).Replace(text, "〔姓名〕");
        text = given.EnumerateRunes().Count() >= 2 ? text.Replace(given, "〔姓名〕", StringComparison.OrdinalIgnoreCase) : text;
        return surname.Length == 0 ? text : Written($@"{Regex.Escape(surname)}\p{{IsCJKUnifiedIdeographs}}{{0,2}}?({Titles})").Replace(text, "〔称呼〕");
    }

    private static Regex Written(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,255}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    /// <summary>Seven digits and more, however they are parted: 12351 and sums of money stay.</summary>
    [GeneratedRegex(@"\+?[\d（(](?:[\s\-—–._/()（）]{0,2}\d){6,}[Xx]?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex($@"[{PersonalData.CommonSurnames}]\p{{IsCJKUnifiedIdeographs}}{{0,2}}?({Titles})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithTitle();
}
