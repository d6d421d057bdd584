using UnionHall.Text;

namespace UnionHall.Platform.Settings;

/// <summary>The document a rule rests on (依据).</summary>
public static class Basis
{
    private const int Shortest = 4;

    /// <summary>Code points.</summary>
    public const int Longest = 200;

    /// <summary>Reads what was typed: one line.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="field">The form field a refusal belongs to.</param>
    public static Result<string> Read(string? typed, string field = "Basis")
    {
        var text = PlainText.SingleLine(typed);
        return PlainText.CountCodePoints(text) switch
        {
            0 => new Refusal("basis-missing", "依据还没写。写文件的名称和文号，没有文件就写哪次会议定的。", field),
            < Shortest => new Refusal("basis-short", "依据太短，写清是哪份文件或哪次会议。", field),
            > Longest => new Refusal("basis-long", $"依据最多 {Longest} 个字，写名称和文号就行。", field),
            _ => text,
        };
    }

    /// <summary>Reads the day from which a change counts: today or later, for what is past was done by the rules of its time.</summary>
    public static Result<DateOnly> ReadDay(DateOnly? typed, DateOnly today, string field = "From") => typed switch
    {
        null => new Refusal("from-missing", "从哪天起还没填。", field),
        { } day when day < today => new Refusal("from-past", "要从今天或以后的一天起。过去的日子已经按原来的办了。", field),
        { } day when day > today.AddYears(5) => new Refusal("from-far", "这一天太远了，五年以内才行。", field),
        { } day => day,
    };
}
