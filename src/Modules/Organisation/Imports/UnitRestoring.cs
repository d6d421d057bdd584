using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>Puts units back as they were before an import.</summary>
internal sealed class UnitRestoring(ImportRun run, Dictionary<UnitId, Unit> units, OrganisationDb db)
{
    public async Task<Result> RestoreAsync(IReadOnlyList<ImportChange> changes, CancellationToken stop)
    {
        var added = changes.Where(change => change.Before is null).Select(change => new UnitId(change.SubjectId)).ToHashSet();
        var planned = new PlannedTree(run.Tree);
        foreach (var change in changes)
        {
            var unit = units[new UnitId(change.SubjectId)];
            if (!run.Tree.Covers(run.Actor, unit.Id))
            {
                return UnitRules.OutOfReach;
            }

            if (ImportImage.Of(unit.Row()) != change.After || (change.Before is null && await InUseAsync(unit.Id, added, stop)))
            {
                return ImportRules.ChangedSince(change);
            }

            if (change.Before is { } before)
            {
                planned.Put(ImportImage.Read<UnitRow>(before));
            }
        }

        foreach (var change in changes)
        {
            Restore(units[new UnitId(change.SubjectId)], change, planned);
        }

        return Result.Done;
    }

    private void Restore(Unit unit, ImportChange change, PlannedTree planned)
    {
        if (change.Before is null)
        {
            unit.Withdraw();
        }
        else
        {
            UnitId[] now = [.. run.Tree.Lineage(unit.Id).Select(above => above.UnitId)];
            unit.Restore(ImportImage.Read<UnitRow>(change.Before), now, planned.Lineage(unit.Id), run.Today);
        }
    }

    /// <summary>Something hangs on it that the import did not bring.</summary>
    private async Task<bool> InUseAsync(UnitId unit, HashSet<UnitId> added, CancellationToken stop) =>
        run.Tree.ChildRows(unit).Any(child => !added.Contains(child.Unit.UnitId))
        || await db.Posts.AnyAsync(post => post.Unit == unit && (post.ToOn == null || post.ToOn > post.FromOn), stop)
        || await db.Enterprises.AnyAsync(enterprise => enterprise.UnitId == unit, stop);
}
