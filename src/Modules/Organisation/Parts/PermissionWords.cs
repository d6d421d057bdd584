using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Parts;

/// <summary>What a permission lets someone do, in a few words.</summary>
internal static class PermissionWords
{
    public static string Chinese(this Permission permission) => permission switch
    {
        Permission.ReadRequests => "看诉求",
        Permission.HandleRequests => "办理和答复",
        Permission.DispatchRequests => "派单",
        Permission.RegisterRequests => "代职工登记",
        Permission.SuperviseRequests => "裁定不满意、督办",
        Permission.CallFollowUps => "回访职工",
        Permission.WriteKnowledge => "写知识库",
        Permission.PublishKnowledge => "发布知识库",
        Permission.OpenIdentity => "查看保密身份（留痕）",
        Permission.ExportRequests => "导出",
        Permission.ManageOrganisation => "管单位、企业和导入",
        Permission.ManageSettings => "管服务、日历和任务",
        Permission.ManageAccess => "管账号和职务",
        Permission.ReadAudit => "查审计记录",
        _ => permission.ToString(),
    };

    public static string Words(this Role role) => RolePermissions.Of(role) is { Count: > 0 } all ? string.Join("、", all.Select(Chinese)) : "只看交给本人的";
}
