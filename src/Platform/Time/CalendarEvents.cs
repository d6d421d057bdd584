using UnionHall.Platform.Data;

namespace UnionHall.Platform.Time;

/// <summary>Holiday notices of these years were loaded; due times that were provisional can be worked out again.</summary>
public sealed record HolidaysImported(IReadOnlyList<int> Years, int Days) : IDomainEvent
{
    public Subject Subject => new("calendar", Guid.Empty);
}
