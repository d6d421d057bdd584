using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.People;

/// <summary>A person was added, by himself with an account or by staff without one.</summary>
public sealed record PersonRegistered(PersonId Person, AccountId? Account) : IDomainEvent
{
    public Subject Subject => new("person", Person.Value);
}

/// <summary>Somebody tried to register with a number that already has an account; he was told what everyone is told.</summary>
public sealed record RegisteredAgain : IDomainEvent
{
    public Subject Subject => new("account", Guid.Empty);
}

/// <summary>The person's own data were corrected; what they were is not told.</summary>
public sealed record PersonCorrected(PersonId Person, IReadOnlyList<string> Fields) : IDomainEvent
{
    public Subject Subject => new("person", Person.Value);
}

/// <summary>The unit a person works at changed; null means he named none.</summary>
public sealed record WorkplaceChanged(PersonId Person, UnitId? Unit) : IDomainEvent
{
    public Subject Subject => new("person", Person.Value);
}

/// <summary>Somebody saw name and phone unmasked; the reason stands in the audit record.</summary>
public sealed record PersonRevealed(PersonId Person) : IDomainEvent
{
    public Subject Subject => new("person", Person.Value);
}

/// <summary>The person agreed to a notice.</summary>
public sealed record ConsentGiven(PersonId Person, string Purpose, string Version) : IDomainEvent
{
    public Subject Subject => new("person", Person.Value);
}

/// <summary>The person took a copy of his data.</summary>
public sealed record PersonExported(PersonId Person) : IDomainEvent
{
    public Subject Subject => new("person", Person.Value);
}
