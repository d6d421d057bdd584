using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>What is said about a post that is to be given.</summary>
internal sealed record PostDraft(AccountId Account, string HolderName, Role Role, string? Title, bool WholeSubtree, Period Period);

/// <summary>A role an account holds at a unit for some days, by its own post or a lent one.</summary>
internal sealed record HeldRole(UnitId Unit, Role Role, Period Period, bool Lent);

/// <summary>Days from one (included) to another (not included); no end when null.</summary>
internal sealed record Period(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly day) => From <= day && (To is not { } to || day < to);

    public bool Overlaps(Period other) => (To is not { } to || other.From < to) && (other.To is not { } end || From < end);

    public bool IsInOrder => To is not { } to || From < to;
}
