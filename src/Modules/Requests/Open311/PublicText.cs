using System.Text.RegularExpressions;
using UnionHall.Text;

namespace UnionHall.Requests.Open311;

/// <summary>Words that everybody may read: without numbers of persons, people called by name, addresses of mail and the worker's own name.</summary>
internal static partial class PublicText
{
    /// <summary>Code points, as the specification limits it.</summary>
    public const int Most = 4_000;

    /// <param name="words">As written.</param>
    /// <param name="name">Of the worker; null where he gave none.</param>
    /// <param name="today">Today in China.</param>
    public static string Of(string words, string? name, DateOnly today)
    {
        var text = PersonalData.Blank(words, today).Replace("{填：号码}", "〔号码〕", StringComparison.Ordinal).Replace("{填：称呼}", "〔称呼〕", StringComparison.Ordinal);
        text = Mail().Replace(text, "〔邮箱〕");
        if (!string.IsNullOrWhiteSpace(name))
        {
            text = text.Replace(name, "〔姓名〕", StringComparison.OrdinalIgnoreCase);
            text = Called(Masking.Surname(name)).Replace(text, "〔称呼〕");
        }

        return string.Concat(text.EnumerateRunes().Take(Most));
    }

    /// <summary>Rare surnames have no mark in a text; this one is known.</summary>
    private static Regex Called(string surname) => new(
        $@"{Regex.Escape(surname)}\p{{IsCJKUnifiedIdeographs}}{{0,2}}?(师傅|同志|先生|女士|小姐|大哥|大姐|阿姨|老师)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,255}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();
}
