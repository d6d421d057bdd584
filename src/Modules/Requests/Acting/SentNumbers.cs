using UnionHall.Platform;
using UnionHall.Text;

namespace UnionHall.Requests.Acting;

/// <summary>Numbers of persons in what a worker will read: taken out or explained, before it is sent.</summary>
internal static class SentNumbers
{
    public const int ShortestReason = 2;

    public const string Explain = "去掉，或写一句为什么要写给他。";

    public static string Sentence(PersonalDatum datum) => $"里面有{Chinese(datum.Kind)} {datum.Text}。不是给他打的电话、不是他自己的，就去掉。";

    /// <summary>“里面有手机号 …”; null where there is none.</summary>
    public static string? Said(string words, DateOnly today) => PersonalData.NumbersIn(words, today) is { Count: > 0 } found
        ? $"里面有{string.Join("、", found.Select(datum => $"{Chinese(datum.Kind)} {datum.Text}"))}"
        : null;

    /// <param name="why">Why they may stand there.</param>
    /// <param name="field">Of the reason.</param>
    public static Refusal? Refusal(string words, string? why, string field, DateOnly today) =>
        Said(words, today) is { } said && PlainText.SingleLine(why).Length < ShortestReason ? new Refusal("personal-data", $"{said}。{Explain}", field) : null;

    /// <summary>For the timeline: what was explained, and how; null when there was nothing.</summary>
    public static string? PassedOver(string words, string? why, DateOnly today) => PersonalData.NumbersIn(words, today) is { Count: > 0 } found
        ? string.Join('\n', found.Select(datum => $"{Sentence(datum)} ——{PlainText.Excerpt(PlainText.SingleLine(why), 100)}"))
        : null;

    private static string Chinese(PersonalKind kind) => kind switch
    {
        PersonalKind.Mobile => "手机号",
        PersonalKind.IdCard => "身份证号",
        _ => "银行卡号",
    };
}
