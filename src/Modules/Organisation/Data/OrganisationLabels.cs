using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Data;

/// <summary>How the audit log names this module's events, fields and units.</summary>
internal static class OrganisationLabels
{
    public static IServiceCollection AddOrganisationLabels(this IServiceCollection services)
    {
        services.AddEventLabels(Events, Fields);
        foreach (var field in new[] { "unit-opened.kind", "oldKind", "newKind" })
        {
            services.AddEventValues<UnitKind>(field, kind => kind.Chinese());
        }

        foreach (var what in new[] { "import-applied", "import-rolled-back", "import-uploaded", "table-exported" })
        {
            services.AddEventValues<ImportKind>($"{what}.kind", kind => kind switch
            {
                ImportKind.Units => "单位",
                ImportKind.Posts => "职务",
                _ => "企业",
            });
        }

        services.AddEventValues<ApiScope>("api-key-made.scopes", scope => scope.Chinese());
        return services.AddSubjectNames<UnitNames>();
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["api-key-collected"] = "领取接口密钥",
        ["api-key-made"] = "开接口密钥",
        ["api-key-revoked"] = "停用接口密钥",
        ["delegation-ended"] = "收回代理",
        ["enterprise-added"] = "登记企业",
        ["enterprise-changed"] = "改企业资料",
        ["enterprise-removed"] = "去掉企业",
        ["heads-counted"] = "登记职工人数",
        ["import-applied"] = "导入",
        ["import-rolled-back"] = "撤回导入",
        ["import-uploaded"] = "上传导入文件",
        ["post-changed"] = "改职务",
        ["post-delegated"] = "委托代理",
        ["post-ended"] = "免去职务",
        ["post-given"] = "给职务",
        ["posts-handed-over"] = "交接职务",
        ["table-exported"] = "导出表格",
        ["unit-closed"] = "撤销单位",
        ["unit-merged"] = "合并单位",
        ["unit-moved"] = "单位改隶属",
        ["unit-opened"] = "设立单位",
        ["unit-reclassified"] = "改单位类别",
        ["unit-renamed"] = "单位改名",
        ["unit-withdrawn"] = "撤回设立",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["unit"] = "单位",
        ["api-key"] = "接口密钥",
        ["apiKey"] = "接口密钥",
        ["scopes"] = "可以做的",
        ["post"] = "职务",
        ["enterprise"] = "企业",
        ["import"] = "导入",
        ["batch"] = "批次",
        ["export"] = "导出",
        ["delegation"] = "代理",
        ["toAccount"] = "代理人",
        ["successor"] = "接手人",
        ["post-delegated.by"] = "委托人",
        ["wholeSubtree"] = "管到下级",
        ["code"] = "编码",
        ["parent"] = "上级",
        ["into"] = "并入",
        ["oldName"] = "原名",
        ["newName"] = "新名",
        ["oldKind"] = "原类别",
        ["newKind"] = "新类别",
        ["oldLineage"] = "原来的各级",
        ["newLineage"] = "现在的各级",
        ["oldUnit"] = "原单位",
        ["newUnit"] = "新单位",
        ["fields"] = "改了哪些",
        ["name"] = "名称",
        ["creditCode"] = "统一社会信用代码",
        ["on"] = "哪一天",
        ["total"] = "总数",
        ["added"] = "新增",
        ["changed"] = "改动",
    };

    /// <summary>Units and enterprises by name.</summary>
    private sealed class UnitNames(UnitDirectory units) : ISubjectNames
    {
        public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> keys, CancellationToken stop) =>
            (await units.NamesAsync(keys.Select(key => new UnitId(key)), stop)).ToDictionary(unit => unit.Key.Value, unit => unit.Value);
    }
}
