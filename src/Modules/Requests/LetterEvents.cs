using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A mail to the worker who had written a letter came back, or was given up.</summary>
public sealed record LetterBounced(RequestId Request, string Reference, UnitId Unit, AccountId? Assignee) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}
