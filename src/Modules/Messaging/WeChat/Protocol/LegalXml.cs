using System.Text;
using System.Xml;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>Text without what XML cannot hold, such as control characters that a phone's keyboard put into a message.</summary>
internal static class LegalXml
{
    public static string Of(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            legal.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "" : rune.ToString());
        }

        return legal.ToString();
    }
}
