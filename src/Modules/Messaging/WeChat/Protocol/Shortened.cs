using System.Globalization;
using System.Text;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>Texts within WeChat's limits. Nothing is cut inside of what a person sees as one character.</summary>
internal static class Shortened
{
    private const string Ellipsis = "…";

    /// <summary>At most so many bytes of UTF-8, with … where it was cut, and never inside of a link.</summary>
    public static string ToBytes(string text, int most)
    {
        if (Encoding.UTF8.GetByteCount(text) <= most)
        {
            return text;
        }

        var kept = Take(text, most - Encoding.UTF8.GetByteCount(Ellipsis), Encoding.UTF8.GetByteCount);
        var link = kept.LastIndexOf("<a ", StringComparison.Ordinal);
        return (link > kept.LastIndexOf("</a>", StringComparison.Ordinal) ? kept[..link] : kept).TrimEnd() + Ellipsis;
    }

    /// <summary>At most so many characters as WeChat may count them: UTF-16 units, the strictest way.</summary>
    public static string ToUnits(string text, int most, string mark = Ellipsis) =>
        text.Length <= most ? text : Take(text, most - mark.Length, element => element.Length).TrimEnd() + mark;

    private static string Take(string text, int most, Func<string, int> size)
    {
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        for (var used = 0; elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            used += size(element);
            if (used > most)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString();
    }
}
