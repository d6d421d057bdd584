namespace UnionHall.Platform.Security;

/// <summary>A post that is in force today: a role at a unit, reaching its subtree or only the unit itself.</summary>
/// <param name="Unit">The unit the post is at.</param>
/// <param name="UnitName">Its name, for pages.</param>
/// <param name="Role">The role held there.</param>
/// <param name="WholeSubtree">True when the post reaches every unit below; false for the unit alone.</param>
/// <param name="DelegatedBy">The account that lent this post, when it is a delegation.</param>
public sealed record Grant(UnitId Unit, string UnitName, Role Role, bool WholeSubtree, AccountId? DelegatedBy = null)
{
    /// <summary>True for what follows from a post, at a place that is no unit (<see cref="IGrantAddition"/>).</summary>
    public bool IsAddition => PlaceOf is not null;

    /// <summary>The unit to which such a place belongs; null for a post.</summary>
    public UnitId? PlaceOf { get; init; }
}
