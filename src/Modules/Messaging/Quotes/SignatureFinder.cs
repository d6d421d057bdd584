using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.Quotes;

/// <summary>
/// Which of the own lines are signature. Clear signs only for Chinese letters: the name and telephone number under a
/// worker's letter are part of what he tells us.
/// </summary>
internal static class SignatureFinder
{
    private const int MostLines = 15;
    private const int LongestLine = 80;
    private const int QqRule = 18;

    public static IEnumerable<int> Find(IReadOnlyList<string> own, MailAddress? sender)
    {
        var end = own.Count;
        for (var round = 0; round < 4; round++)
        {
            var start = Start(own, end, sender);
            if (start >= end)
            {
                break;
            }

            end = start;
        }

        return Enumerable.Range(end, own.Count - end);
    }

    /// <summary>Where the signature at the end of these lines starts, or the end where there is none.</summary>
    private static int Start(IReadOnlyList<string> own, int end, MailAddress? sender)
    {
        var last = end - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(own[last]))
        {
            last--;
        }

        if (last < 0)
        {
            return end;
        }

        var names = Names(sender);
        return SignatureSigns.IsDevice(own[last]) ? last
            : UnderDelimiter(own, last, names) is >= 0 and var rule ? rule
            : Paragraph(own, last) is > 0 and var start && (IsDashName(own, start, last) || IsOfSender(own, start, last, names)) ? start
            : end;
    }

    private static int UnderDelimiter(IReadOnlyList<string> own, int last, HashSet<string> names)
    {
        var words = 0;
        for (var at = last; at >= 0 && words <= MostLines; at--)
        {
            if (SignatureSigns.IsDelimiter(own[at]) || (SignatureSigns.IsRule(own[at]) && IsSignatureRule(own, at, last, words, names)))
            {
                return at;
            }

            words += string.IsNullOrWhiteSpace(own[at]) ? 0 : 1;
            if (own[at].Length > LongestLine * 2)
            {
                return -1;
            }
        }

        return -1;
    }

    // Rules also divide letters. QQ draws eighteen dashes, mailing lists a long underscore; others must show a name.
    private static bool IsSignatureRule(IReadOnlyList<string> own, int at, int last, int words, HashSet<string> names)
    {
        var rule = own[at].Trim();
        var below = Enumerable.Range(at + 1, last - at).Select(line => own[line]).Where(line => line.Length > 0).ToList();
        return words == 0
            || (rule.Length == QqRule && rule[0] == '-' && words <= 6 && below.All(line => line.Length <= 40))
            || (rule[0] == '_' && rule.Length >= 20 && words <= 8 && below.Any(line => line.Contains("mailing list", StringComparison.OrdinalIgnoreCase) || line.Contains("://", StringComparison.Ordinal)))
            || (words <= MostLines && below.All(line => line.Length <= LongestLine) && below.Take(6).Any(line => HasName(line, names)));
    }

    private static int Paragraph(IReadOnlyList<string> own, int last)
    {
        var start = last;
        while (start > 0 && !string.IsNullOrWhiteSpace(own[start - 1]))
        {
            start--;
        }

        return start;
    }

    // "-Abhishek Kona"
    private static bool IsDashName(IReadOnlyList<string> own, int start, int last)
    {
        var text = own[last].Trim();
        var words = text.TrimStart('-', '–', '—').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return start == last && text[0] is '-' or '–' or '—' && text.Length <= 40 && words.Length is >= 1 and <= 3 && words.All(word => char.IsUpper(word[0]));
    }

    private static bool IsOfSender(IReadOnlyList<string> own, int start, int last, HashSet<string> names) =>
        names.Count > 0 && last - start < 8
        && Enumerable.Range(start, last - start + 1).All(at => own[at].Length <= LongestLine && !own[at].Any(letter => letter >= '\u2E80'))
        && Enumerable.Range(start, Math.Min(last - start + 1, 8)).Any(at => IsName(own[at], names));

    // The line is the name, not a sentence with a name in it.
    private static bool IsName(string line, HashSet<string> names) =>
        HasName(line, names) && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 5 && !line.TrimEnd().EndsWith('?');

    private static bool HasName(string line, HashSet<string> names) =>
        names.Count > 0 && line.Length <= 400 && Words(line).Any(names.Contains);

    private static HashSet<string> Names(MailAddress? sender)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (sender is null)
        {
            return names;
        }

        names.UnionWith(Words(sender.Name ?? string.Empty).Where(word => word.Length >= 3));
        if (sender.CanReceive)
        {
            names.Add(sender.Address);
        }

        return names;
    }

    private static IEnumerable<string> Words(string line) =>
        line.Split([' ', ',', ';', '<', '>', '(', ')', '"', '|', '\t', '#', '*', ':'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('.'));
}
