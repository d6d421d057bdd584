using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Someone who holds a post in force today, their own or one lent to them.</summary>
/// <param name="AccountId">Who signs in.</param>
/// <param name="Name">The holder's name.</param>
/// <param name="Role">The role held.</param>
/// <param name="UnitId">The unit it is held at.</param>
/// <param name="Title">The job title, e.g. 权益保障部副部长; null when none was given.</param>
/// <param name="WholeSubtree">True when the post reaches every unit below.</param>
public sealed record StaffSummary(AccountId AccountId, string Name, Role Role, UnitId UnitId, string? Title, bool WholeSubtree)
{
    /// <summary>Who stands in today for this holder, who is away; null when nobody does.</summary>
    public Absence? Away { get; init; }

    /// <summary>Whose post it is, where it was lent.</summary>
    public string? StandsInFor { get; init; }

    /// <summary>The account of that holder.</summary>
    public AccountId? LentBy { get; init; }
}

/// <summary>Someone is away and lent his post.</summary>
/// <param name="AccountId">Who is away.</param>
/// <param name="StandIn">The name of who stands in.</param>
/// <param name="LastDay">The last day of it.</param>
public sealed record Absence(AccountId AccountId, string StandIn, DateOnly LastDay);
