using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A list someone wants to find again.</summary>
internal sealed class SavedView : IRaiseEvents
{
    public Guid Id { get; init; }

    public AccountId Account { get; init; }

    public required string Name { get; init; }

    /// <summary>The words of the address, without the leading question mark.</summary>
    public required string Query { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public EventList Events { get; } = new();
}
