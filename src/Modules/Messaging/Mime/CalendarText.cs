using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>What an invitation (text/calendar) says, for a letter that says nothing else.</summary>
internal static class CalendarText
{
    private static readonly Dictionary<string, string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SUMMARY"] = "事项",
        ["DTSTART"] = "开始",
        ["DTEND"] = "结束",
        ["LOCATION"] = "地点",
        ["DESCRIPTION"] = "说明",
    };

    public static string Read(ReadOnlyMemory<byte> content, string? charset)
    {
        var text = CleanText.Lines(Charsets.Decode(content.Span, charset)).Replace("\n ", string.Empty, StringComparison.Ordinal);
        var from = text.IndexOf("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase);
        var said = new StringBuilder();
        foreach (var line in from < 0 ? [] : text[from..].Split('\n').Take(200))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && Shown.TryGetValue(line[..colon].Split(';')[0], out var word))
            {
                said.Append(word).Append('：').Append(line[(colon + 1)..].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal)).Append('\n');
            }
        }

        return said.ToString().TrimEnd();
    }
}
