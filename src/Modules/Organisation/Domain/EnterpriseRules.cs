using UnionHall.Platform;
using UnionHall.Text;

namespace UnionHall.Organisation.Domain;

/// <summary>What may be said about an enterprise, for the pages and the import alike.</summary>
internal static class EnterpriseRules
{
    public const int NameLimit = 100;
    public const int ShortNameLimit = 40;
    public const int MostHeads = 2_000_000;

    public static Refusal Taken(Enterprise other, bool byCode) => byCode
        ? new Refusal("credit-code-taken", $"这个统一社会信用代码已经登记给{other.Name}。同一家企业请直接改那一条。", "CreditCode")
        : new Refusal("name-taken", $"{other.Name}已经登记过。同一家企业请直接改那一条；如果只是重名，请填上统一社会信用代码。", "Name");

    public static Refusal? Refused(EnterpriseDraft draft, UnitRow unit)
    {
        var length = PlainText.CountCodePoints(draft.Name);
        var shortLength = PlainText.CountCodePoints(draft.ShortName);
        return length is < 2 or > NameLimit ? new Refusal("name-length", $"名称要 2 到 {NameLimit} 个字，现在 {length} 个。", "Name")
            : shortLength is < 1 or > ShortNameLimit ? new Refusal("short-name-length", $"简称最多 {ShortNameLimit} 个字，现在 {shortLength} 个。", "ShortName")
            : draft.CreditCode is { } code && !CreditCode.Read(code).Succeeded ? new Refusal("credit-code", CreditCode.Read(code).Sentence!, "CreditCode")
            : draft.Industry is { } industry && Industries.Chinese(industry) is null ? new Refusal("industry", $"没有“{industry}”这个行业。请用门类字母 A 到 T 或它的全名，如“制造业”。", "Industry")
            : !unit.Unit.IsOpen ? new Refusal("unit-closed", $"{unit.Unit.ShortName}已经撤销。请另选一个单位。", "Unit")
            : null;
    }
}
