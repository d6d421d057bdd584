using System.Text;
using System.Xml;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>The elements of a message, CDATA or not. Those inside another are named by both: SendLocationInfo/Label.</summary>
internal sealed class WeChatXml
{
    private const int LongestDocument = 128 * 1024;
    private const int Deepest = 8;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestDocument,
        // Written as &#8; and the like they are no reason to lose a message either.
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly Dictionary<string, string> elements;

    private WeChatXml(Dictionary<string, string> elements) => this.elements = elements;

    /// <summary>The text of an element; empty where there is none. Of two with one name the first counts.</summary>
    public string this[string name] => elements.GetValueOrDefault(name, "");

    public bool Has(string name) => elements.ContainsKey(name);

    /// <summary>Null when it is no XML, holds a document type, or is too large.</summary>
    public static WeChatXml? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(LegalXml.Of(text)), Settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader.Name == "xml" ? new WeChatXml(Elements(reader)) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Elements(XmlReader reader)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = new List<string>();
        var text = new StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when path.Count < Deepest:
                    text.Clear();
                    path.Add(reader.LocalName);
                    if (reader.IsEmptyElement)
                    {
                        End(found, path, "");
                    }

                    break;
                case XmlNodeType.Element:
                    throw new XmlException("Too deep.");
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when path.Count > 0:
                    End(found, path, text.ToString());
                    text.Clear();
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static void End(Dictionary<string, string> found, List<string> path, string text)
    {
        found.TryAdd(string.Join('/', path), LegalXml.Of(text));
        path.RemoveAt(path.Count - 1);
    }
}
