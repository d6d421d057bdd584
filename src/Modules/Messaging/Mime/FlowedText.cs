using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Puts the lines of format=flowed together again (RFC 3676).</summary>
internal static class FlowedText
{
    public static string Join(string text, bool deleteSpace)
    {
        var joined = new StringBuilder(text.Length);
        var openDepth = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd('\r');
            var depth = Depth(line);
            var words = line[depth..];
            words = words.StartsWith(" ") ? words[1..] : words;
            var isSignature = words is "-- ";
            if (openDepth >= 0 && (openDepth != depth || isSignature))
            {
                joined.Append('\n');
                openDepth = -1;
            }

            if (openDepth < 0 && depth > 0)
            {
                joined.Append('>', depth).Append(' ');
            }

            var flows = words.EndsWith(" ") && !isSignature;
            joined.Append(flows && deleteSpace ? words[..^1] : words);
            openDepth = flows ? depth : -1;
            if (!flows)
            {
                joined.Append('\n');
            }
        }

        return joined.ToString();
    }

    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = line.IndexOfAnyExcept('>');
        return Math.Min(depth < 0 ? line.Length : depth, 100);
    }
}
