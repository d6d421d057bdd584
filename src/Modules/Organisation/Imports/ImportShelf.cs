using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>Which imports someone may see: one's own; all of one's kinds for who reaches a whole tree.</summary>
internal sealed class ImportShelf(OrganisationDb db, UnitTreeCache trees, IEnumerable<IImportSheet> sheets)
{
    private const int Recent = 50;

    public IReadOnlyList<IImportSheet> SheetsFor(Actor actor) => [.. sheets.Where(sheet => actor.Can(sheet.Permission)).OrderBy(sheet => sheet.Kind)];

    public IImportSheet Sheet(ImportKind kind) => sheets.First(sheet => sheet.Kind == kind);

    public async Task<IReadOnlyList<ImportBatch>> RecentAsync(Actor actor, CancellationToken stop)
    {
        var batches = await (await SeenAsync(actor, stop)).Where(batch => batch.AppliedAt != null).OrderByDescending(batch => batch.Id).Take(Recent).ToListAsync(stop);
        return batches;
    }

    public async Task<ImportBatch?> FindAsync(Actor actor, Guid id, CancellationToken stop) =>
        await (await SeenAsync(actor, stop)).Include(batch => batch.Changes.OrderBy(change => change.RowNumber)).SingleOrDefaultAsync(batch => batch.Id == id, stop);

    private async Task<IQueryable<ImportBatch>> SeenAsync(Actor actor, CancellationToken stop)
    {
        ImportKind[] kinds = [.. SheetsFor(actor).Select(sheet => sheet.Kind)];
        var tree = await trees.GetAsync(stop);
        var seesAll = SheetsFor(actor).Any(sheet => tree.Roots.All(root => tree.Covers(actor, sheet.Permission, root.UnitId)));
        var account = actor.Account;
        var batches = db.Imports.AsNoTracking().Where(batch => kinds.Contains(batch.Kind));
        return seesAll ? batches : batches.Where(batch => batch.Account == account);
    }
}
