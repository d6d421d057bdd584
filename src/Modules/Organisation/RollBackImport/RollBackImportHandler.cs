using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Imports;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.RollBackImport;

internal sealed class RollBackImportHandler(OrganisationDb db, IEnumerable<IImportSheet> sheets, TimeProvider clock)
{
    /// <summary>Puts back everything an import changed; refused as a whole where one row was changed since.</summary>
    public Task<Result> HandleAsync(Actor actor, Guid id, string? reason, CancellationToken stop) =>
        db.ChangeTreeAsync(actor, tree => RollBackAsync(tree, actor, id, stop), stop, reason);

    private async Task<Result> RollBackAsync(UnitTree tree, Actor actor, Guid id, CancellationToken stop)
    {
        var batch = await db.Imports.Include(row => row.Changes).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (batch is null)
        {
            return ImportRules.Gone;
        }

        var sheet = sheets.First(sheet => sheet.Kind == batch.Kind);
        if (!actor.IsPlatform && !actor.Can(sheet.Permission))
        {
            return UnitRules.OutOfReach;
        }

        var marked = batch.RollBack(clock.GetUtcNow());
        var today = ChinaTime.Today(clock);
        return marked.Succeeded
            ? await sheet.RestoreAsync(new ImportRun(actor, tree, today, today), [.. batch.Changes.OrderByDescending(change => change.RowNumber)], stop)
            : marked;
    }
}
