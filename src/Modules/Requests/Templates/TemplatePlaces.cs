using UnionHall.Platform;
using UnionHall.Platform.Time;
using UnionHall.Requests.OpenRequest;
using UnionHall.Text;

namespace UnionHall.Requests.Templates;

/// <summary>The places of a template: those that the case fills, and those that a person must.</summary>
internal static class TemplatePlaces
{
    /// <summary>{填：电话}: for the writer to fill in.</summary>
    public const string ByHand = "填：";

    /// <summary>What the case can fill, with an example for the pages of templates.</summary>
    public static readonly IReadOnlyList<(string Name, string Example)> All =
    [
        ("称呼", "王同志"), ("编号", "诉 2026-000123"), ("事项", "拖欠工资"), ("标题", "8 月工资没发"), ("受理日期", "9月16日"),
        ("单位", "清溪街道总工会"), ("期限", "9月23日 周三前"), ("经办人", "李同志"), ("今天", "9月18日"),
    ];

    /// <summary>Says which places of a template nothing could ever fill; null when there is none.</summary>
    public static Refusal? Unknown(string words, string field)
    {
        var unknown = Placeholders.In(words).Where(name => !name.StartsWith(ByHand, StringComparison.Ordinal) && All.All(known => known.Name != name)).ToList();
        return unknown.Count == 0 ? null : new Refusal(
            "place-unknown", $"{Say(unknown)}没有东西可填。能用的有{Say(All.Select(known => known.Name))}；要经办人自己填的，写成 {{填：什么}}。", field);
    }

    /// <summary>Words that still have places to be filled cannot be sent; null when there is none.</summary>
    public static Refusal? Unfilled(string words, string field) => Placeholders.In(words) is { Count: > 0 } left
        ? new Refusal("unfilled", $"还有 {left.Count} 处没填：{Say(left)}。换成真的内容再发，职工拿到要能用。", field)
        : null;

    public static string Say(IEnumerable<string> names) => string.Join('、', names.Select(name => $"{{{name}}}"));

    public static string Example(string words) => Placeholders.Fill(words, name => All.FirstOrDefault(known => known.Name == name).Example);

    /// <summary>The words for this case; a worker who is not to be known is not named. What goes to several says nothing of one of them.</summary>
    /// <param name="actor">How the writer is named to the worker.</param>
    public static string Fill(string words, CaseView seen, string service, string actor) => Placeholders.Fill(words, name => name switch
    {
        "称呼" when seen.Row.Joined > 0 => "各位职工",
        "编号" or "标题" or "受理日期" when seen.Row.Joined > 0 => $"{{{ByHand}{name}}}",
        "称呼" => seen.Person?.Name is { Length: > 0 } known ? $"{Masking.Surname(known)}同志" : "职工朋友",
        "编号" => Reference.Spoken(seen.Row.Reference),
        "事项" => service,
        "标题" => seen.Row.Title,
        "受理日期" => SpokenTime.Day(ChinaTime.DateOf(seen.Row.SubmittedAt), ChinaTime.DateOf(seen.Now)),
        "单位" => seen.UnitName,
        "期限" => seen.Row.PausedUntil is null && seen.Row.ClosedAt is null ? SpokenTime.By(ChinaTime.DateOf(seen.Row.DueAt), ChinaTime.DateOf(seen.Now)) : null,
        "经办人" => actor,
        "今天" => $"{ChinaTime.DateOf(seen.Now):M月d日}",
        _ => null,
    });
}
