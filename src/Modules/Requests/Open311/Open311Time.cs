using System.Globalization;
using System.Text.RegularExpressions;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Open311;

/// <summary>Moments in the W3C profile of ISO 8601, always with a zone.</summary>
internal static partial class Open311Time
{
    private static readonly string[] Shapes = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd"];

    public static string Of(DateTimeOffset at) => ChinaTime.In(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Without a zone it is China's. A plus sign that was not escaped arrives as a space.</summary>
    /// <param name="earliest">The first year that can be meant.</param>
    public static DateTimeOffset? Read(string typed, int earliest = 2000)
    {
        var text = typed.Replace(' ', '+');
        if (!DateTimeOffset.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) || read.Year < earliest || read.Year > 2200)
        {
            return null;
        }

        return Zone().IsMatch(text) ? read.ToUniversalTime() : ChinaTime.At(DateOnly.FromDateTime(read.DateTime), TimeOnly.FromDateTime(read.DateTime));
    }

    [GeneratedRegex(@"T.*(Z|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Zone();
}
