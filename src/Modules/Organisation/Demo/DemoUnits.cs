using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Demo;

/// <summary>The unit tree of units.csv, the enterprises of enterprises.csv and the posts of staff.csv, by the import of the pages.</summary>
internal sealed class DemoUnits(OrganisationImport import) : IDemoPart
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        await LoadAsync(city, ImportKind.Units, "units.csv", stop);
        await LoadAsync(city, ImportKind.Enterprises, "enterprises.csv", stop);
        await LoadAsync(city, ImportKind.Posts, "staff.csv", stop);
    }

    private async Task LoadAsync(DemoCity city, ImportKind kind, string file, CancellationToken stop)
    {
        await using var content = city.Open(file);
        var outcome = await import.LoadAsync(kind, content, file, Actor.Platform("演示数据"), Start, dryRun: false, stop);
        if (outcome.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The demo city breaks a rule in {file}: {outcome.Errors[0]}");
        }
    }
}
