namespace UnionHall.Platform.Security;

/// <summary>Which role carries which permissions. The three administrators share none with each other (GB/T 22239, three-way separation).</summary>
public static class RolePermissions
{
    private static readonly Permission[] Desk =
        [Permission.ReadRequests, Permission.HandleRequests, Permission.RegisterRequests, Permission.ExportRequests];

    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Dispatcher] = [.. Desk, Permission.DispatchRequests, Permission.OpenIdentity, Permission.WriteKnowledge],
        [Role.Handler] = [.. Desk, Permission.DispatchRequests, Permission.WriteKnowledge],
        [Role.Chair] = [.. Desk, Permission.DispatchRequests, Permission.SuperviseRequests, Permission.OpenIdentity, Permission.WriteKnowledge, Permission.PublishKnowledge],
        [Role.Leader] = [Permission.ReadRequests, Permission.SuperviseRequests, Permission.DispatchRequests, Permission.ExportRequests, Permission.WriteKnowledge, Permission.PublishKnowledge],
        [Role.Agent] = [Permission.ReadRequests, Permission.RegisterRequests, Permission.DispatchRequests],
        [Role.FollowUpCaller] = [Permission.ReadRequests, Permission.CallFollowUps],
        [Role.Lawyer] = [],
        [Role.StationKeeper] = [Permission.RegisterRequests],
        [Role.Cashier] = [],
        [Role.FinanceReviewer] = [],
        [Role.AuditCommittee] = [],
        [Role.SystemAdmin] = [Permission.ManageOrganisation, Permission.ManageSettings],
        [Role.SecurityAdmin] = [Permission.ManageAccess],
        [Role.AuditAdmin] = [Permission.ReadAudit],
    };

    public static IReadOnlyCollection<Permission> Of(Role role) => Table[role];

    public static bool Allows(this Role role, Permission permission) => Array.IndexOf(Table[role], permission) >= 0;
}
