using UnionHall.Platform.Data;

namespace UnionHall.Platform.Audit;

/// <summary>Someone downloaded a part of the audit log; the filters say which.</summary>
public sealed record AuditExported(Guid By, string? Person, string? Kind, string? About, DateOnly? From, DateOnly? To) : IDomainEvent
{
    public Subject Subject => new("audit-log", By);
}

/// <summary>Someone had the chain verified.</summary>
public sealed record AuditVerified(Guid By, long Count, bool Intact) : IDomainEvent
{
    public Subject Subject => new("audit-log", By);
}
