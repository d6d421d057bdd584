namespace UnionHall.Platform.Security;

/// <summary>
/// Who is acting, passed to every handler. Grants are the posts in force now; no grants means a worker,
/// a visitor or the platform itself.
/// </summary>
/// <param name="Account">The signed-in account, or null for a visitor and for the platform.</param>
/// <param name="Name">How this actor is named in timelines, e.g. 李同志.</param>
/// <param name="Grants">The posts in force.</param>
/// <param name="Address">The network address the act came from, for the audit log; null for jobs.</param>
public sealed record Actor(AccountId? Account, string Name, IReadOnlyList<Grant> Grants, string? Address = null)
{
    /// <summary>Someone who is not signed in.</summary>
    public static Actor Visitor(string? address) => new(null, "访客", [], address);

    /// <summary>The platform acting by itself, named by what runs: a job, an import, the command line.</summary>
    public static Actor Platform(string what) => new(null, what, []) { IsPlatform = true };

    /// <summary>True for the platform itself, which holds no post and is bound by no reach; false for everyone who came over the network.</summary>
    public bool IsPlatform { get; private init; }

    public bool IsStaff => Grants.Count > 0;

    public bool Can(Permission permission) => Grants.Any(grant => grant.Role.Allows(permission));

    /// <summary>The units where this actor holds the permission, with how far each post reaches. Empty means nothing may be seen.</summary>
    public IEnumerable<Grant> Where(Permission permission) => Grants.Where(grant => grant.Role.Allows(permission));

    /// <summary>True when the permission is held at that very unit or at one of its ancestors with subtree reach.</summary>
    /// <param name="permission">What is to be done.</param>
    /// <param name="lineage">The unit and its ancestors, in any order.</param>
    /// <param name="unit">The unit itself.</param>
    public bool Can(Permission permission, UnitId unit, IEnumerable<UnitId> lineage) =>
        Where(permission).Any(grant => grant.Unit == unit || (grant.WholeSubtree && lineage.Contains(grant.Unit)));
}
