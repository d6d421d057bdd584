namespace UnionHall.Messaging.Quotes;

/// <summary>How mail programs begin the history they append, in the languages met here.</summary>
internal static class HistorySigns
{
    private const int LongestAttribution = 4;
    private const int LongestLine = 400;

    private static readonly string[] Titles =
        ["original message", "original", "original appointment", "forwarded message", "原始邮件", "原邮件", "原始郵件", "原始信件", "原始信息", "转发邮件", "转发邮件信息", "转发的邮件", "轉寄郵件", "转发信件", "回复的原邮件", "回复的邮件", "邮件原文", "邮件原件", "原文", "исходное сообщение", "пересылаемое сообщение", "ursprüngliche nachricht", "message d'origine", "mensaje original"];

    private static readonly string[] From = ["from", "发件人", "發件人", "寄件者", "寄件人", "от", "von", "de", "差出人"];
    private static readonly string[] Others = ["sent", "date", "to", "cc", "subject", "发送时间", "发送日期", "日期", "时间", "收件人", "抄送", "主题", "發送時間", "傳送時間", "寄件日期", "收件者", "副本", "主旨", "主題", "отправлено", "дата", "кому", "копия", "тема", "gesendet", "datum", "an", "betreff", "envoyé", "à", "objet", "送信日時", "宛先", "件名"];

    private static readonly string[] Certain = ["wrote", "写道", "寫道", "написал", "написала", "написал(а)", "пишет", "schrieb", "a écrit", "escribió", "书面说", "来信说"];
    private static readonly string[] Starts = ["on ", "at ", "le ", "am ", "el ", "在", "于", "於", "---"];

    /// <summary>From this line to the end is history: a title between dashes, or the headers of the other letter.</summary>
    public static bool StartsTail(IReadOnlyList<BodyLine> lines, int at) => IsTitle(lines[at].Text) || IsHeaderBlock(lines, at);

    /// <summary>
    /// How many lines from here say who wrote what follows, 0 for none. Certain ones stand for themselves; for others the
    /// caller must see a quote below.
    /// </summary>
    public static int AttributionLength(IReadOnlyList<BodyLine> lines, int at, out bool isCertain)
    {
        isCertain = false;
        var first = lines[at].Text.Trim();
        if (first.Length is 0 or > LongestLine)
        {
            return 0;
        }

        var hasStart = Starts.Any(start => first.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || char.IsAsciiDigit(first[0]);
        var joined = string.Empty;
        for (var length = 1; length <= LongestAttribution && at + length <= lines.Count; length++)
        {
            var line = lines[at + length - 1];
            if (line.IsBlank || line.IsQuoted || line.Text.Length > LongestLine)
            {
                return 0;
            }

            joined += line.Text.Trim() + " ";
            if (EndsAttribution(joined.Trim(), out var hasVerb))
            {
                // "在2022年的通知里写道：" is the worker's own sentence: a program writes the hour or the address.
                isCertain = hasVerb && joined.Any(char.IsAsciiDigit) && (HasAddress(joined) || (hasStart && HasClock(joined)));
                return isCertain || HasAddress(joined) || hasVerb ? length : 0;
            }

            // "Name <address>" may stand alone above "于…写道："; a sentence may not.
            if (!hasStart && (length == 2 || !HasAddress(joined)))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool EndsAttribution(string text, out bool hasVerb)
    {
        hasVerb = false;
        if (text[^1] is not (':' or '：'))
        {
            return false;
        }

        var said = text[..^1].TrimEnd();
        hasVerb = Certain.Any(verb => said.EndsWith(verb, StringComparison.OrdinalIgnoreCase));
        return true;
    }

    private static bool IsTitle(string line)
    {
        var text = line.Trim();
        if (text.Length is < 2 or > 120)
        {
            return false;
        }

        var bare = text.Trim('-', '_', '=', '*', ' ', '\u00A0', '—', '─', '>', '|').ToLowerInvariant();
        var hasDashes = text[0] is '-' or '_' or '=' or '—' or '─' && text[1] is '-' or '_' or '=' or '—' or '─';
        return (hasDashes && Titles.Contains(bare.TrimEnd(':', '：'))) || bare is "begin forwarded message:" or "下面是转发的邮件：" or "以下是转发的邮件：";
    }

    private static bool IsHeaderBlock(IReadOnlyList<BodyLine> lines, int at)
    {
        if (Label(lines[at].Text) is not { } first || !(From.Contains(first) || Others.Contains(first)))
        {
            return false;
        }

        var labels = new HashSet<string>(StringComparer.Ordinal);
        var blanks = 0;
        for (var next = at; next < lines.Count && next < at + 10 && blanks < 3; next++)
        {
            if (lines[next].IsBlank)
            {
                blanks++;
            }
            else if (Label(lines[next].Text) is { } label && (From.Contains(label) || Others.Contains(label)))
            {
                labels.Add(label);
            }
        }

        // "日期：…、主题：…" alone may be the worker's own notice; with a sender above it is a letter.
        var hasFrom = labels.Overlaps(From);
        return hasFrom && (From.Contains(first) ? labels.Count >= 3 || (labels.Count == 2 && HasAddress(lines[at].Text)) : labels.Count >= 4);
    }

    private static bool HasAddress(string line) => line.Contains('@', StringComparison.Ordinal);

    private static bool HasClock(string line)
    {
        var colon = line.AsSpan(0, line.Length - 1).IndexOfAny(':', '：');
        return colon > 0 && char.IsAsciiDigit(line[colon - 1]) && char.IsAsciiDigit(line[colon + 1]);
    }

    private static string? Label(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '：');
        if (colon is < 1 or > 30)
        {
            return null;
        }

        var label = string.Concat(line[..colon].Where(letter => letter is not (' ' or '*' or '\u3000' or '\u00A0' or '\u200E' or '【' or '】'))).ToLowerInvariant();
        return label.Length == 0 ? null : label;
    }
}
