using UnionHall.Platform.Security;

namespace UnionHall.People;

/// <summary>A person as staff see him before they have opened his identity: 张*, 138****5678.</summary>
/// <param name="WorksAt">The unit he says he works at now.</param>
public sealed record PersonCard(PersonId Id, string MaskedName, string? MaskedPhone, UnitId? WorksAt);

/// <summary>A person unmasked: to himself, or to someone who gave a reason.</summary>
public sealed record PersonDetails(PersonId Id, string Name, string? Phone, bool IsPhoneVerified, UnitId? WorksAt);
