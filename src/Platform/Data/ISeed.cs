namespace UnionHall.Platform.Data;

/// <summary>Slot: rows every installation starts with, such as the service catalogue. Runs at each start, adds what an empty table lacks.</summary>
public interface ISeed
{
    /// <summary>The name under which seeds save (Actor.Platform(ISeed.ActorName)): a restore may replace what only seeds have made.</summary>
    const string ActorName = "首次启动";

    Task RunAsync(CancellationToken stop);
}
