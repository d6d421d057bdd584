using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Which encoding bytes with the high bit are in: UTF-8 if they are valid as such, else the label or what reads best as Chinese.</summary>
internal static class CharsetGuess
{
    private const int Utf8 = 65001;
    private const int Gb18030 = 54936;
    private const int Big5 = 950;
    private const int Latin = 1252;
    private const int SampleSize = 32 * 1024;

    // What most pages of any Chinese text are made of.
    private const string CommonSimplified = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间知世什两次使身者被高已亲其进此话常与活正感工资加班公司职工领导请问谢您反映问题单位主席信件邮";
    private const string CommonTraditional = "的一是了我不人在他有這個上們來到時大地為子中你說生國年著就那和要她出也得裡後自以會家可下而過天去能對小多然於心學麼之都好看起發當沒成只如事把還用第樣道想作種開美總從無情己面最女但現前些所同日手又行意動方期它頭經長兒回位分愛老因很給名法間知世什兩次使身者被高已親其進此話常與活正感工資加班公司職工領導請問謝您反映問題單位主席信件郵";

    private static readonly HashSet<int> CommonGb = Pairs(Gb18030, CommonSimplified + CommonTraditional);
    private static readonly HashSet<int> CommonBig5 = Pairs(Big5, CommonTraditional);

    public static int Of(ReadOnlySpan<byte> bytes, int? label)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleSize)];
        if (IsUtf8(sample) && !ReadsBetterAs(label, sample))
        {
            return Utf8;
        }

        return label == Utf8 ? BestChinese(sample, null) ?? Utf8 : BestChinese(sample, label) ?? label ?? Latin;
    }

    // A cut or a broken byte in a long text does not make it something else.
    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        var text = Encoding.UTF8.GetString(sample);
        var broken = text.AsSpan().Count('\uFFFD') - CountOf(sample, "\uFFFD"u8);
        return broken <= 0 || broken * 10 < sample.Length - text.Length;
    }

    private static int CountOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> what) => bytes.Count(what);

    // A few two-byte words of GBK are valid UTF-8 by accident.
    private static bool ReadsBetterAs(int? label, ReadOnlySpan<byte> sample) =>
        label is Gb18030 or Big5 && sample.Length < 64 && Score(sample, label.Value) > 0.9 && !HasHanInUtf8(sample);

    private static bool HasHanInUtf8(ReadOnlySpan<byte> sample) => sample.ContainsAnyInRange((byte)0xE3, (byte)0xF4);

    /// <summary>GB18030 or Big5 if the bytes read as one of them, and clearly better than as labelled.</summary>
    private static int? BestChinese(ReadOnlySpan<byte> sample, int? label)
    {
        if (label is not (null or Gb18030 or Big5 or Latin or Utf8))
        {
            return null;
        }

        var gb = Score(sample, Gb18030) + (label == Gb18030 ? 0.3 : 0.05);
        var big5 = Score(sample, Big5) + (label == Big5 ? 0.3 : 0);
        var best = Math.Max(gb, big5);
        // Without a label Chinese is likelier here than accents, as long as the bytes pair up.
        var enough = label switch { Gb18030 or Big5 => double.MinValue, null => -0.5, _ => 0.4 };
        return best < enough ? null : gb >= big5 ? Gb18030 : Big5;
    }

    /// <summary>About 1 for Chinese text in this encoding, below 0 for anything else.</summary>
    private static double Score(ReadOnlySpan<byte> bytes, int page)
    {
        double points = 0;
        var letters = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
            {
                continue;
            }

            letters++;
            var trail = at + 1 < bytes.Length ? bytes[at + 1] : (byte)0;
            if (page == Gb18030 && trail is >= 0x30 and <= 0x39 && at + 3 < bytes.Length && bytes[at + 2] >= 0x81)
            {
                at += 3;
                continue;
            }

            points += page == Gb18030 ? GbPoints(bytes[at], trail) : Big5Points(bytes[at], trail);
            at += trail >= 0x40 ? 1 : 0;
        }

        return letters == 0 ? 0 : points / letters;
    }

    private static double GbPoints(byte lead, byte trail) => (lead, trail) switch
    {
        (_, < 0x40) or (0x80 or 0xFF, _) => -3,
        _ when CommonGb.Contains((lead << 8) | trail) => 2,
        ( >= 0xB0 and <= 0xD7, >= 0xA1) or ( >= 0xA1 and <= 0xA3, >= 0xA1) => 0.7,
        ( >= 0xD8 and <= 0xF7, >= 0xA1) => -0.2,
        _ => -1,
    };

    private static double Big5Points(byte lead, byte trail) => (lead, trail) switch
    {
        (_, < 0x40 or (> 0x7E and < 0xA1)) or ( <= 0xA0 or >= 0xFA, _) => -3,
        _ when CommonBig5.Contains((lead << 8) | trail) => 2,
        ( >= 0xA4 and <= 0xC6, _) or ( >= 0xA1 and <= 0xA3, _) => 0.7,
        _ => -0.5,
    };

    private static HashSet<int> Pairs(int page, string letters)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(page).GetBytes(letters);
        return [.. bytes.Chunk(2).Select(pair => (pair[0] << 8) | pair[1])];
    }
}
