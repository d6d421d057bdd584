namespace UnionHall.App.Demo;

/// <summary>Slot: fills an empty site with the demo city. Called before the site answers, on every start with --demo.</summary>
internal interface IDemoData
{
    Task LoadAsync(CancellationToken stop);
}
