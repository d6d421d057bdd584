using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace UnionHall.Requests.Open311;

/// <summary>A named part of an answer.</summary>
/// <param name="Value">Text, boolean, whole number, decimal, null, a list of <see cref="Part"/>, or <see cref="Several"/>.</param>
internal sealed record Part(string Name, object? Value);

/// <summary>Parts of one repeating kind, which JSON writes as a plain array.</summary>
internal sealed record Several(string Each, IReadOnlyList<object> Values);

/// <summary>
/// One answer of Open311, written as XML or as its JSON ("Spark") mapping: what repeats becomes an array, the outermost
/// wrapper disappears, an empty element is null.
/// </summary>
internal sealed record Open311Document(string Root, object Value)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="format">json or xml.</param>
    public string Write(string format) => format == "xml" ? ToXml() : ToJson();

    private string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            Write(json, Value);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private string ToXml()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartDocument();
            Write(xml, Root, Value);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case Several several:
                json.WriteStartArray();
                foreach (var one in several.Values)
                {
                    Write(json, one);
                }

                json.WriteEndArray();
                break;
            case IReadOnlyList<Part> parts:
                json.WriteStartObject();
                foreach (var part in parts)
                {
                    json.WritePropertyName(part.Name);
                    Write(json, part.Value);
                }

                json.WriteEndObject();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int whole:
                json.WriteNumberValue(whole);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case null or "":
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static void Write(XmlWriter xml, string name, object? value)
    {
        xml.WriteStartElement(name);
        switch (value)
        {
            case Several several:
                foreach (var one in several.Values)
                {
                    Write(xml, several.Each, one);
                }

                break;
            case IReadOnlyList<Part> parts:
                foreach (var part in parts)
                {
                    Write(xml, part.Name, part.Value);
                }

                break;
            default:
                xml.WriteString(Words(value));
                break;
        }

        xml.WriteEndElement();
    }

    private static string Words(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Legal((string?)value ?? ""),
    };

    /// <summary>Without what XML cannot hold, such as control characters.</summary>
    private static string Legal(string text) => string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
