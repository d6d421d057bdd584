using System.Text.RegularExpressions;
using UnionHall.Platform;
using UnionHall.Text;

namespace UnionHall.Organisation.Domain;

/// <summary>What a unit may be called and where it may stand, for the pages and the import alike.</summary>
internal static partial class UnitRules
{
    public const int NameLimit = 100;
    public const int ShortNameLimit = 40;

    public static readonly Refusal InTheFuture = new("in-the-future", "生效日期不能晚于今天。到了那天再来改，或把日期改成今天。", "From");

    public static Refusal DatesOutOfOrder(string why) => new("dates-out-of-order", $"日期排不上：{why}。请选那天或更晚的日期。", "From");

    public static Refusal AlreadyClosed(string unit) => new("unit-closed", $"{unit}已经撤销，不能再改。");

    public static Refusal CodeTaken(UnitSummary other) => new("code-taken", $"编码 {other.Code} 已经是{other.Name}的。请换一个。", "Code");

    public static Refusal OutOfReach => new("out-of-reach", "这个单位不在您管理的范围里，所以不能改。需要的话，请上级的管理员来办。");

    public static Refusal? Writable(UnitDraft draft) =>
        CodePattern().IsMatch(draft.Code)
            ? NameFits(draft.Name, draft.ShortName)
            : new Refusal("code-shape", "编码用 1 到 32 个字母、数字、点、横线或下划线，以字母或数字开头。", "Code");

    public static Refusal? NameFits(string name, string shortName) =>
        PlainText.CountCodePoints(name) is var length and (< 2 or > NameLimit) ? new Refusal("name-length", $"全称要 2 到 {NameLimit} 个字，现在 {length} 个。", "Name")
        : PlainText.CountCodePoints(shortName) is var shortLength and (< 1 or > ShortNameLimit) ? new Refusal("short-name-length", $"简称要 1 到 {ShortNameLimit} 个字，现在 {shortLength} 个。", "ShortName")
        : name.Concat(shortName).Any(char.IsControl) ? new Refusal("name-characters", "名称里有换行或控制字符，请删掉。", "Name")
        : null;

    /// <summary>May a unit of this kind hang under this parent from this day on?</summary>
    public static Refusal? Placeable(UnitKind kind, UnitRow? parent, Nesting nesting, DateOnly from, DateOnly today)
    {
        if (from > today)
        {
            return InTheFuture;
        }

        if (parent is null)
        {
            return null;
        }

        return !parent.Unit.IsOpen ? new Refusal("parent-closed", $"{parent.Unit.ShortName}已经撤销，下面不能再设单位。请另选一个上级。", "Parent")
            : !nesting.Allows(parent.Unit.Kind, kind) ? NotAllowed(kind, parent, nesting)
            : from < parent.OpenedOn ? DatesOutOfOrder($"上级{parent.Unit.ShortName}到 {parent.OpenedOn:yyyy-MM-dd} 才成立")
            : null;
    }

    private static Refusal NotAllowed(UnitKind kind, UnitRow parent, Nesting nesting)
    {
        var allowed = string.Join("、", nesting.Under(parent.Unit.Kind).Select(UnitKinds.Chinese));
        var instead = allowed.Length > 0 ? $"这里可以设：{allowed}。" : "它下面不设单位。";
        return new Refusal("kind-not-allowed-here", $"{parent.Unit.Kind.Chinese()}下面不设{kind.Chinese()}。{instead}", "Kind");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();
}
