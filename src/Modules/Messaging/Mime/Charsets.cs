using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Bytes to text. A label is believed as far as the bytes bear it out; GB2312 and GBK are read as GB18030.</summary>
internal static class Charsets
{
    private const int Gb18030 = 54936;
    private const int Big5 = 950;
    private const int Latin = 1252;
    private const int Hz = 52936;
    private const int Jis = 50220;
    private const int ShiftJis = 932;

    private static readonly Dictionary<string, int> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gb2312"] = Gb18030,
        ["gbk"] = Gb18030,
        ["gb18030"] = Gb18030,
        ["cp936"] = Gb18030,
        ["ms936"] = Gb18030,
        ["x-gbk"] = Gb18030,
        ["windows-936"] = Gb18030,
        ["936"] = Gb18030,
        ["euc-cn"] = Gb18030,
        ["gb_2312-80"] = Gb18030,
        ["chinese"] = Gb18030,
        ["gb2312_charset"] = Gb18030,
        ["hz"] = Hz,
        ["hz-gb-2312"] = Hz,
        ["big5"] = Big5,
        ["big5-hkscs"] = Big5,
        ["cp950"] = Big5,
        ["x-big5"] = Big5,
        ["utf8"] = 65001,
        ["utf-8"] = 65001,
        ["utf"] = 65001,
        ["unicode-1-1-utf-8"] = 65001,
        ["sjis"] = ShiftJis,
        ["x-sjis"] = ShiftJis,
        ["cp932"] = ShiftJis,
        ["ms_kanji"] = ShiftJis,
        ["windows-31j"] = ShiftJis,
        ["iso-2022-jp"] = Jis,
        ["iso-2022-jp-2"] = Jis,
        ["iso-2022-jp-ms"] = Jis,
        ["iso-8859-1"] = Latin,
        ["us-ascii"] = Latin,
        ["ascii"] = Latin,
        ["latin1"] = Latin,
        ["ansi_x3.4-1968"] = Latin,
        ["ks_c_5601-1987"] = 949,
        ["euc-kr"] = 949,
        ["cp949"] = 949,
        // UTF-16 in mail is mostly a false label; its byte order mark is honoured without it.
        ["utf-16"] = 1200,
        ["utf-16le"] = 1200,
        ["utf-16be"] = 1201,
    };

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether two labels mean the same encoding.</summary>
    public static bool AreSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase) || (CodePage(one) is { } page && page == CodePage(other));

    public static string Decode(ReadOnlySpan<byte> bytes, string? label, MailWarnings? warnings = null)
    {
        if (ByMark(bytes) is { } marked)
        {
            return marked;
        }

        var page = CodePage(label);
        if (page is null && !string.IsNullOrWhiteSpace(label))
        {
            warnings?.Add($"不认识的字符编码“{Short(label)}”，按内容判断。");
        }

        if (page is 1200 or 1201)
        {
            return bytes.Contains((byte)0) ? Read(page.Value, bytes) : Decode(bytes, null, warnings);
        }

        return bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) ? EightBit(bytes, page, warnings) : SevenBit(bytes, page);
    }

    private static string? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, ..] when bytes.Length % 2 == 0 => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] when bytes.Length % 2 == 0 => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    private static string SevenBit(ReadOnlySpan<byte> bytes, int? page)
    {
        if (page is Hz or Jis or 50225)
        {
            return Read(page.Value, bytes);
        }

        // The escape sequences are themselves the label.
        var hasEscape = bytes.IndexOf("\u001b$"u8) >= 0;
        var isHz = !hasEscape && bytes.IndexOf("~{"u8) is >= 0 and var from && bytes[from..].IndexOf("~}"u8) > 0;
        return hasEscape ? Read(Jis, bytes) : isHz ? Read(Hz, bytes) : Encoding.ASCII.GetString(bytes);
    }

    private static string EightBit(ReadOnlySpan<byte> bytes, int? page, MailWarnings? warnings)
    {
        var guess = CharsetGuess.Of(bytes, page);
        if (page is { } said && said != guess && !(said == Latin && guess == 65001))
        {
            warnings?.Add("声明的字符编码与内容不符，按内容判断。");
        }

        return Read(guess, bytes);
    }

    private static string Read(int page, ReadOnlySpan<byte> bytes) => Encoding.GetEncoding(page).GetString(bytes);

    private static int? CodePage(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').Replace("3D", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        if (name.Length is 0 or > 40)
        {
            return null;
        }

        if (Known.TryGetValue(name, out var page))
        {
            return page;
        }

        try
        {
            return Encoding.GetEncoding(name).CodePage;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Short(string label) => CleanText.OneLine(label.Length > 40 ? label[..40] : label);
}
