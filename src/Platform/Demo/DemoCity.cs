using UnionHall.Platform.Security;

namespace UnionHall.Platform.Demo;

/// <summary>The demo city while it is being loaded: its data files, and what the parts before have made.</summary>
/// <param name="Open">Opens a data file by name, e.g. units.csv.</param>
public sealed record DemoCity(Func<string, Stream> Open)
{
    /// <summary>The one password of every demo account.</summary>
    public const string Password = "Laojia-2026";

    /// <summary>The phone of the demo worker's account.</summary>
    public const string WorkerPhone = "19900000001";

    public const string WorkerName = "王建华";

    /// <summary>Staff accounts by user name.</summary>
    public Dictionary<string, AccountId> Staff { get; } = new(StringComparer.Ordinal);

    /// <summary>The worker who signs in with <see cref="WorkerPhone"/>.</summary>
    public AccountId? Worker { get; set; }
}
