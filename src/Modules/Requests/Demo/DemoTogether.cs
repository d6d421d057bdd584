using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Demo;

/// <summary>Lets a few demo requests of one service be one matter of several persons.</summary>
internal sealed class DemoTogether(RequestsDb db, CollectiveDesk collectives) : IDemoPart
{
    private const int Most = 3;

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        var open = await db.Requests.Include(row => row.Orders)
            .Where(row => row.IsOpen && row.Disputes == 0 && row.Reworks == 0 && row.PausedAt == null && row.MatterType != MatterType.Report).OrderBy(row => row.Reference).ToListAsync(stop);
        var alike = open.Where(row => row.OpenSides.Count == 0).GroupBy(row => row.ServiceId)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.First().Reference, StringComparer.Ordinal).First().Take(Most).ToList();
        var actor = new Actor(city.Staff.GetValueOrDefault("city.dispatcher"), "周同志", []);
        foreach (var other in alike.Skip(1))
        {
            await collectives.JoinAsync(other, alike[0], MergeKind.SameMatter, "说的是同一件事，一起答复。", ParticipantWay.Desk, actor, stop);
        }

        await db.SaveAsync(actor, stop);
        db.Context.ChangeTracker.Clear();
    }
}
