using System.Text.Json.Serialization;

namespace UnionHall.Platform.Data;

/// <summary>
/// Something that happened, in the past tense (RequestDispatched). Saved as one audit record and one job per
/// subscriber in the transaction of the change itself. Carries ids and facts, never personal data.
/// </summary>
public interface IDomainEvent
{
    /// <summary>What it happened to.</summary>
    [JsonIgnore]
    Subject Subject { get; }
}

/// <summary>What an event is about: a kind such as "request" and its key.</summary>
public readonly record struct Subject(string Kind, Guid Id);

/// <summary>An entity whose verbs collect events until it is saved.</summary>
public interface IRaiseEvents
{
    EventList Events { get; }
}

/// <summary>The events an entity has raised since it was last saved.</summary>
public sealed class EventList
{
    private readonly List<IDomainEvent> pending = [];

    public void Add(IDomainEvent domainEvent) => pending.Add(domainEvent);

    public IReadOnlyList<IDomainEvent> Take()
    {
        IDomainEvent[] taken = [.. pending];
        pending.Clear();
        return taken;
    }
}

/// <summary>A fact that holds from a day on: its listeners run when that day has come.</summary>
public interface ITakesEffect : IDomainEvent
{
    /// <summary>The first day on which it holds; in the past or today: at once.</summary>
    DateOnly From { get; }
}
