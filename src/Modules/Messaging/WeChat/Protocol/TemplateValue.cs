using System.Globalization;
using System.Text;
using UnionHall.Platform.Time;
using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>
/// Values of template messages. A field's name says its kind and number (thing2, phrase1); WeChat refuses the whole message
/// (47003) when one is too long, holds a wrong character or is empty, so each is made to fit.
/// </summary>
internal static class TemplateValue
{
    private const string Nothing = "无";

    /// <param name="field">As in the template, e.g. thing2.</param>
    /// <param name="value">What is to be said.</param>
    /// <param name="known">For const fields: the values the template allows.</param>
    public static string Fit(string field, string? value, params IReadOnlyList<string> known)
    {
        var text = PlainText.SingleLine(value);
        return Kind(field) switch
        {
            "const" => known.Contains(text) || known.Count == 0 ? Or(Shortened.ToUnits(text, 20), Nothing) : known[0],
            "phrase" => Or(Cut(text, 5, IsHan), Nothing),
            "name" => Name(text),
            "number" => Or(Cut(text, 32, rune => IsDigit(rune) || rune.Value is '.' or '-'), "0"),
            "amount" => Amount(text),
            "letter" => Or(Cut(text, 32, IsLetter), "N"),
            "symbol" => Or(Cut(text, 5, rune => !IsLetter(rune) && !IsDigit(rune) && !IsHan(rune)), "-"),
            "character_string" => Or(Cut(text, 32, rune => rune.Value is > ' ' and < 0x7F), "-"),
            "phone_number" => Or(Cut(text, 17, rune => IsDigit(rune) || rune.Value is '+' or '-'), "0"),
            "car_number" => Or(Cut(text, 8, rune => IsHan(rune) || IsLetter(rune) || IsDigit(rune)), Nothing),
            _ => Or(Shortened.ToUnits(text, 20), Nothing),
        };
    }

    /// <summary>A time or date field: China's time, written out.</summary>
    public static string Fit(string field, DateTimeOffset at) => ChinaTime.In(at).ToString(Kind(field) == "date" ? "yyyy年M月d日" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    private static string Kind(string field) => field.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>Ten characters where one of them is Chinese, twenty otherwise; no digits.</summary>
    private static string Name(string text)
    {
        var name = Cut(text, 20, rune => !Rune.IsDigit(rune)).Trim();
        return Or(name.EnumerateRunes().Any(IsHan) ? Shortened.ToUnits(name, 10, mark: "") : name, Nothing);
    }

    /// <summary>At most ten digits.</summary>
    private static string Amount(string text)
    {
        var number = Cut(text, 10, rune => IsDigit(rune) || rune.Value == '.').Trim('.');
        return Or(number, "0") + "元";
    }

    private static string Cut(string text, int most, Func<Rune, bool> allowed) =>
        Shortened.ToUnits(string.Concat(text.EnumerateRunes().Where(allowed).Select(rune => rune.ToString())), most, mark: "");

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;

    private static bool IsDigit(Rune rune) => rune.Value is >= '0' and <= '9';

    private static bool IsLetter(Rune rune) => rune.IsAscii && Rune.IsLetter(rune);

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF);
}
