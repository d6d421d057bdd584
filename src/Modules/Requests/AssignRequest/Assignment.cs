using UnionHall.Platform.Security;

namespace UnionHall.Requests.AssignRequest;

/// <summary>A request went from one desk to another; null is the whole unit. What is needed to take it back.</summary>
internal sealed record Assignment(string Reference, AccountId? To, AccountId? Before);
