using UnionHall.Platform.Data;

namespace UnionHall.Platform.Jobs;

/// <summary>Slot: does something after an event, in the background, at least once. Must be safe to run twice.</summary>
public interface IEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    Task HandleAsync(TEvent domainEvent, CancellationToken stop);
}
