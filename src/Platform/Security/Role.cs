namespace UnionHall.Platform.Security;

/// <summary>What a post lets its holder do at a unit. Stored by <see cref="RoleNames.Code"/>, shown by <see cref="RoleNames.Chinese"/>.</summary>
public enum Role
{
    Dispatcher = 1,
    Handler,
    Chair,
    Leader,
    Agent,
    FollowUpCaller,
    Lawyer,
    StationKeeper,
    Cashier,
    FinanceReviewer,
    AuditCommittee,
    SystemAdmin,
    SecurityAdmin,
    AuditAdmin,
}
