namespace UnionHall.Platform.Cli;

/// <summary>Slot: one verb of bin/unionhall, a thin caller of the same handlers as the pages.</summary>
public interface ICommand
{
    /// <summary>The verb as typed, one or two words: "backup", "audit verify".</summary>
    string Verb { get; }

    /// <summary>What follows the verb, e.g. "FILE [--unit CODE] [--dry-run]".</summary>
    string Arguments { get; }

    /// <summary>One Chinese sentence for the list of verbs.</summary>
    string Summary { get; }

    /// <summary>Runs the verb.</summary>
    /// <returns>0 done, 1 refused, 2 wrong usage (<see cref="WrongUsageException"/> does that).</returns>
    Task<int> RunAsync(CommandLine line, CancellationToken stop);
}

/// <summary>The arguments of a verb were wrong; the message says which, the exit code is 2.</summary>
public sealed class WrongUsageException(string message) : Exception(message);
