using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Imports;
using UnionHall.Organisation.RunImport;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Loads a whole file of units, posts or enterprises, for the command line and the demo city.</summary>
public sealed class OrganisationImport
{
    private readonly RunImportHandler handler;
    private readonly OrganisationDb db;

    internal OrganisationImport(RunImportHandler handler, OrganisationDb db) => (this.handler, this.db) = (handler, db);

    /// <summary>Imports a file, all or nothing.</summary>
    /// <param name="file">CSV or xlsx; see the templates on /admin/imports for the columns.</param>
    /// <param name="actor">Rows outside the actor's reach are errors; the platform itself reaches everything.</param>
    /// <param name="from">The day from which rows without a day of their own are in force; today or earlier.</param>
    /// <param name="dryRun">True to learn what would happen.</param>
    public async Task<ImportOutcome> LoadAsync(
        ImportKind kind, Stream file, string fileName, Actor actor, DateOnly from, bool dryRun, CancellationToken stop)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, stop);
        var uploaded = await handler.UploadAsync(actor, kind, fileName, content.ToArray(), from, stop);
        if (uploaded.Refusal is { } refusal)
        {
            return new ImportOutcome(0, 0, 0, 0, 0, [new ImportError(0, null, refusal.Sentence)]);
        }

        if (!dryRun)
        {
            return Outcome(await handler.ApplyAsync(actor, uploaded.Value, stop));
        }

        var batch = await db.Imports.AsNoTracking().SingleAsync(row => row.Id == uploaded.Value, stop);
        var outcome = Outcome(await handler.PreviewAsync(actor, batch, stop));
        await db.Imports.Where(row => row.Id == batch.Id).ExecuteDeleteAsync(stop);
        return outcome;
    }

    private static ImportOutcome Outcome(Platform.Result<ImportPlan> planned) =>
        planned.Value?.Outcome() ?? new ImportOutcome(0, 0, 0, 0, 0, [new ImportError(0, null, planned.Refusal!.Sentence)]);
}
