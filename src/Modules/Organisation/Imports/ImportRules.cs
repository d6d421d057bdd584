using UnionHall.Platform;

namespace UnionHall.Organisation.Imports;

internal static class ImportRules
{
    public static readonly Refusal Gone = new("import-gone", "找不到这个文件：它已经导入过，或放了超过一天。请重新上传。");

    public static Refusal HasErrors(ImportPlan plan) => new(
        "has-errors", $"有 {plan.Count(RowOutcome.Refused)} 行有错，所以一行也没有导入。请改好文件再上传。");

    public static Refusal ChangedSince(ImportChange change) => new(
        "changed-since", $"第 {change.RowNumber} 行的{change.Label}在导入之后又改过，或有了下级、职务、企业，所以不能整批退回。请把它单独改好。");
}
