using System.Globalization;

namespace UnionHall.Messaging.Mime;

/// <summary>Dates as mail programs write them: RFC 5322, asctime, ISO 8601, two-digit years, named zones. Wrong ones are null.</summary>
internal static class MailDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["JST"] = 540,
        ["KST"] = 540,
        ["HKT"] = 480,
        ["CET"] = 60,
        ["CEST"] = 120,
        ["MSK"] = 180,
    };

    public static DateTimeOffset? Read(string header)
    {
        var words = WithoutComments(header).Split([' ', '\t', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 or > 12 => null,
            _ when words[0].Length >= 8 && char.IsAsciiDigit(words[0][0]) && words[0].Count('-') == 2 => Iso(string.Join(' ', words)),
            _ => Mail(words),
        };
    }

    private static DateTimeOffset? Iso(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date.Year >= 1900 ? date : null;

    private static DateTimeOffset? Mail(string[] words)
    {
        int? day = null, month = null, year = null, zone = null;
        TimeSpan? time = null;
        foreach (var word in words.SelectMany(Apart))
        {
            if (time is null && word.Contains(':', StringComparison.Ordinal))
            {
                if ((time = Time(word)) is null)
                {
                    return null;
                }
            }
            else if (time is not null && zone is null && Zone(word) is { } minutes)
            {
                zone = minutes;
            }
            else if (month is null && Array.IndexOf(Months, word.Length >= 3 ? word[..3].ToLowerInvariant() : word) is >= 0 and var place)
            {
                month = place + 1;
            }
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var isDay = day is null && number is >= 1 and <= 31 && word.Length <= 2;
                day = isDay ? number : day;
                year = isDay ? year : year ?? FullYear(number);
            }
        }

        return Join(year, month, day, time, zone ?? 0);
    }

    // "2-Apr-2012" and "00:01+0000".
    private static IEnumerable<string> Apart(string word)
    {
        var sign = word.IndexOfAny(['+', '-'], word.Length > 0 ? 1 : 0);
        return sign > 0 && word.Contains(':', StringComparison.Ordinal) ? [word[..sign], word[sign..]]
            : sign > 0 ? word.Split('-')
            : [word];
    }

    private static int FullYear(int number) => number switch { < 50 => 2000 + number, < 1000 => 1900 + number, _ => number };

    private static TimeSpan? Time(string word)
    {
        var pieces = word.Split(':', '.');
        if (pieces.Length is < 2 or > 4 || !pieces.All(piece => piece.Length is 1 or 2 or 3 && piece.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var numbers = pieces.Select(piece => int.Parse(piece, CultureInfo.InvariantCulture)).ToArray();
        var second = numbers.Length > 2 ? Math.Min(numbers[2], 59) : 0;
        return numbers[0] < 24 && numbers[1] < 60 && (numbers.Length < 3 || numbers[2] <= 60) ? new TimeSpan(numbers[0], numbers[1], second) : null;
    }

    private static int? Zone(string word)
    {
        if (word is ['+' or '-', ..] && word.Length >= 5 && int.TryParse(word.AsSpan(1).ToString().Replace(":", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            var minutes = (digits / 100 * 60) + (digits % 100);
            return minutes > 14 * 60 ? 0 : word[0] == '-' ? -minutes : minutes;
        }

        return Zones.TryGetValue(word, out var named) ? named : word is "GMT" or "UT" or "UTC" or "Z" or "z" ? 0 : null;
    }

    private static DateTimeOffset? Join(int? year, int? month, int? day, TimeSpan? time, int zone) =>
        year is >= 1900 and <= 9998 && month is { } named && day is { } number && number <= DateTime.DaysInMonth(year.Value, named) && time is { } clock
            ? new DateTimeOffset(year.Value, named, number, clock.Hours, clock.Minutes, clock.Seconds, TimeSpan.FromMinutes(zone))
            : null;

    private static string WithoutComments(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? text : text[..open];
    }
}
