using System.Globalization;
using System.Text.RegularExpressions;
using UnionHall.Text;

namespace UnionHall.Requests;

/// <summary>The number people use for a request: 诉 2026-000123. One series per installation and year, never repeated.</summary>
public static partial class Reference
{
    public static string Of(int year, long number) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{number:000000}");

    /// <summary>How a reference is shown: with its 诉.</summary>
    public static string Spoken(string reference) => $"诉 {reference}";

    /// <summary>Reads what a person typed: with or without 诉, spaces, full-width digits, leading zeros. Null when it is no reference.</summary>
    public static string? Parse(string? typed)
    {
        var match = Shape().Match(PlainText.SingleLine(typed ?? string.Empty).Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", string.Empty, StringComparison.Ordinal));
        return match.Success
            ? Of(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"^诉?(?<year>20[0-9]{2})[-—–_/]?(?<number>[0-9]{1,9})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
