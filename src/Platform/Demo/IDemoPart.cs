namespace UnionHall.Platform.Demo;

/// <summary>Slot: a module's share of the demo city, loaded once into an empty database, bottom up.</summary>
public interface IDemoPart
{
    Task LoadAsync(DemoCity city, CancellationToken stop);
}
