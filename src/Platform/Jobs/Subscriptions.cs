using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Jobs;

/// <summary>Which handlers listen to which event; built once from the registrations.</summary>
public sealed class Subscriptions(IEnumerable<Subscription> all)
{
    private readonly ILookup<Type, Subscription> byEvent = all.ToLookup(subscription => subscription.Event);
    private readonly Dictionary<string, Subscription> byKind = all.ToDictionary(subscription => subscription.Kind, StringComparer.Ordinal);

    /// <summary>Every kind of job this build can run.</summary>
    public string[] Kinds => [.. byKind.Keys];

    public IEnumerable<Subscription> To(Type eventType) => byEvent[eventType];

    public Subscription? OfKind(string kind) => byKind.GetValueOrDefault(kind);
}

/// <summary>One handler of one event.</summary>
public sealed record Subscription(Type Event, Type Handler)
{
    public string Kind { get; } = $"{EventName.Of(Event)}:{EventName.Of(Handler)}";

    /// <summary>Reads the event from a job's data and hands it to the handler of this scope.</summary>
    public required Func<IServiceProvider, string, CancellationToken, Task> RunAsync { get; init; }

    public static Subscription Of<TEvent, THandler>()
        where TEvent : IDomainEvent
        where THandler : class, IEventHandler<TEvent> => new(typeof(TEvent), typeof(THandler))
        {
            RunAsync = static (services, data, stop) => services.GetRequiredService<THandler>()
                .HandleAsync(JsonSerializer.Deserialize<TEvent>(data, ChangeRecorder.Json)!, stop),
        };
}
