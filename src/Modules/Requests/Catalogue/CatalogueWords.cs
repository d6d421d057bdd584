using UnionHall.Platform.Settings;
using UnionHall.Requests.Checks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Catalogue;

/// <summary>The levels of the tree that may receive first.</summary>
internal static class RoutingLevels
{
    public static readonly IReadOnlyList<(string Code, string Chinese)> All =
        [("primary", "职工所在单位的工会"), ("street", "街道、园区或行业工会"), ("district", "区县总工会"), ("city", "市总工会")];

    public static string Chinese(string code) => All.First(level => level.Code == code).Chinese;
}

/// <summary>How an extra question is answered.</summary>
internal static class QuestionKinds
{
    public static readonly IReadOnlyList<(string Code, string Chinese)> All =
        [("text", "写几个字"), ("choice", "从几个里选"), ("date", "日期"), ("amount", "金额（元）"), ("count", "数字，像人数"), ("file", "传照片或文件")];

    public static string Chinese(string code) => All.FirstOrDefault(kind => kind.Code == code).Chinese ?? code;
}

/// <summary>A service in the words of its page, to tell two versions apart.</summary>
internal static class CatalogueWords
{
    /// <param name="receivers">The names of the units that receive first.</param>
    public static IReadOnlyList<SettingLine> Lines(Service? before, Service after, IReadOnlyDictionary<string, string> categories, (string? Before, string? After) receivers)
    {
        var (asked, asks) = (before is null ? [] : ServiceCatalogue.QuestionsOf(before), ServiceCatalogue.QuestionsOf(after));
        return SettingLine.Of(
        [
            ("名称", before?.Name, after.Name),
            ("诉求类型", before?.MatterType.Chinese(), after.MatterType.Chinese()),
            ("类别", before is null ? null : categories[before.Category], categories[after.Category]),
            ("给职工看的说明", before?.Description, after.Description),
            ("紧急程度", before?.Urgency.Chinese(), after.Urgency.Chinese()),
            ("期限", before is null ? null : $"{before.LimitWorkingDays} 个工作日", $"{after.LimitWorkingDays} 个工作日"),
            ("谁先收", before is null ? null : RoutingLevels.Chinese(before.RouteTo), RoutingLevels.Chinese(after.RouteTo)),
            ("固定由哪个单位先收", receivers.Before, receivers.After),
            ("谁能知道是谁说的", Say(before), Say(after)),
            ("答复要先审批", before is null ? null : before.NeedsApproval ? "要" : "不要", after.NeedsApproval ? "要" : "不要"),
            ("办理清单", before is null ? null : CheckReader.Show(CheckBook.Read(before.Checks)), CheckReader.Show(CheckBook.Read(after.Checks))),
            ("最后一天", $"{before?.ValidTo:yyyy-MM-dd}", $"{after.ValidTo:yyyy-MM-dd}"),
            .. asked.Select(question => question.Key).Union(asks.Select(question => question.Key)).Select((key, place) =>
                ($"问题 {place + 1}", Say(asked.FirstOrDefault(question => question.Key == key)), Say(asks.FirstOrDefault(question => question.Key == key)))),
            ("问题的顺序", Order(asked, asked, asks), Order(asks, asked, asks)),
        ]);
    }

    private static string? Say(Service? service) =>
        service is null ? null : string.Join('、', service.Visibility.Select(code => EnumText.Parse<Visibility>(code).Chinese()));

    private static string? Say(Question? question) => question is null ? null
        : $"{question.Label}（{QuestionKinds.Chinese(question.Kind)}{(question.Required ? "，必填" : "")}{(question.Options is { Length: > 0 } options ? $"：{string.Join('/', options)}" : "")}{(question.Hint is { Length: > 0 } hint ? $"；提示：{hint}" : "")}）";

    /// <summary>The questions that stand in both, by their new labels: what came or went is told by itself.</summary>
    private static string Order(IReadOnlyList<Question> of, IReadOnlyList<Question> before, IReadOnlyList<Question> after) =>
        string.Join('、', of.Where(question => before.Any(same => same.Key == question.Key))
            .Select(question => after.FirstOrDefault(same => same.Key == question.Key)?.Label).Where(label => label is not null));
}
