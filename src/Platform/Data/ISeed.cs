namespace UnionHall.Platform.Data;

/// <summary>Slot: rows every installation starts with, such as the service catalogue. Run at a start that finds its table empty.</summary>
public interface ISeed
{
    /// <summary>The name under which seeds save (Actor.Platform(ISeed.ActorName)): a restore may replace what only seeds have made.</summary>
    const string ActorName = "首次启动";

    string Table { get; }

    Task RunAsync(CancellationToken stop);
}
