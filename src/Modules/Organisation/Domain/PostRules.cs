using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>Who may hold what, for giving, lending and handing over alike.</summary>
internal static class PostRules
{
    public const int TitleLimit = 40;

    public static Refusal OwnPost => new("own-post", "不能给自己任职，也不能把职务委托或交接给自己。请另一位安全管理员来办。");

    public static Refusal TitleTooLong(int length) => new("title-length", $"职务名称最多 {TitleLimit} 个字，现在 {length} 个。", "Title");

    public static Refusal? Givable(PostDraft draft, UnitRow unit, IReadOnlyList<HeldRole> others)
    {
        if (!draft.Period.IsInOrder)
        {
            return new Refusal("dates-out-of-order", "结束日期要晚于开始日期。", "To");
        }

        if (!unit.Unit.IsOpen)
        {
            return new Refusal("unit-closed", $"{unit.Unit.ShortName}已经撤销，不能再任职。请另选一个单位。", "Unit");
        }

        if (draft.Period.From < unit.OpenedOn)
        {
            return new Refusal("dates-out-of-order", $"{unit.Unit.ShortName}到 {unit.OpenedOn:yyyy-MM-dd} 才成立，任职不能更早。", "From");
        }

        if (draft.Title?.Length > TitleLimit)
        {
            return TitleTooLong(draft.Title.Length);
        }

        return HeldTwice(draft, unit, others) ?? TwoAdministrators(draft.HolderName, draft.Role, draft.Period, others);
    }

    /// <summary>GB/T 22239: system, security and audit administrator are three people.</summary>
    public static Refusal? TwoAdministrators(string name, Role role, Period period, IReadOnlyList<HeldRole> others)
    {
        var clash = role.IsAdministrator()
            ? others.FirstOrDefault(held => held.Role != role && held.Role.IsAdministrator() && held.Period.Overlaps(period))
            : null;
        return clash is null
            ? null
            : new Refusal("two-administrators", $"{name}在这段时间已经是{clash.Role.Chinese()}。系统、安全、审计三员要由不同的人担任，请另选一人，或先免去原来的。", "Role");
    }

    private static Refusal? HeldTwice(PostDraft draft, UnitRow unit, IReadOnlyList<HeldRole> others) =>
        others.Any(held => !held.Lent && held.Unit == unit.Unit.UnitId && held.Role == draft.Role && held.Period.Overlaps(draft.Period))
            ? new Refusal("post-held-twice", $"{draft.HolderName}在这段时间已经是{unit.Unit.ShortName}的{draft.Role.Chinese()}。", "Role")
            : null;
}
