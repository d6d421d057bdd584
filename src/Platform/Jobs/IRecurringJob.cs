namespace UnionHall.Platform.Jobs;

/// <summary>Slot: work that comes round by the clock. One node at a time runs it, in a scope of its own; it must be safe to run twice.</summary>
public interface IRecurringJob
{
    /// <summary>Stable kebab-case name, unique on the platform: its row in recurring_job.</summary>
    string Name { get; }

    /// <summary>How long after one run the next one begins.</summary>
    TimeSpan Every { get; }

    Task RunAsync(CancellationToken stop);
}

/// <summary>A registered recurring job.</summary>
internal sealed record RecurringJobType(Type Type);
