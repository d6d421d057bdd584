using UnionHall.Platform.Data;

namespace UnionHall.Requests;

/// <summary>The desk took down, or took back, whom of the union a request is about. Who it is stands in the request's own story only.</summary>
public sealed record AccusedChanged(RequestId Request, string Reference, int Added, int Removed) : IDomainEvent
{
    public Subject Subject => new("request", Request.Value);
}
