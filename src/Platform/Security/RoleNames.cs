namespace UnionHall.Platform.Security;

/// <summary>The stored code and the Chinese name of each role.</summary>
public static class RoleNames
{
    private static readonly (Role Role, string Code, string Chinese)[] Table =
    [
        (Role.Dispatcher, "dispatcher", "派单员"),
        (Role.Handler, "handler", "经办人"),
        (Role.Chair, "chair", "主席"),
        (Role.Leader, "leader", "分管领导"),
        (Role.Agent, "agent", "话务员"),
        (Role.FollowUpCaller, "follow-up-caller", "回访员"),
        (Role.Lawyer, "lawyer", "律师"),
        (Role.StationKeeper, "station-keeper", "驿站管理员"),
        (Role.Cashier, "cashier", "出纳"),
        (Role.FinanceReviewer, "finance-reviewer", "财务复核"),
        (Role.AuditCommittee, "audit-committee", "经审委员"),
        (Role.SystemAdmin, "system-admin", "系统管理员"),
        (Role.SecurityAdmin, "security-admin", "安全管理员"),
        (Role.AuditAdmin, "audit-admin", "审计管理员"),
    ];

    public static string Code(this Role role) => Array.Find(Table, row => row.Role == role).Code;

    public static string Chinese(this Role role) => Array.Find(Table, row => row.Role == role).Chinese;

    /// <summary>The role with this code, or null when there is none.</summary>
    public static Role? Parse(string? code) =>
        Array.Find(Table, row => string.Equals(row.Code, code, StringComparison.Ordinal)) is { Code: not null } row ? row.Role : null;

    public static bool IsAdministrator(this Role role) => role is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin;
}
