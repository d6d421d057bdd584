using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Imports;
using UnionHall.Platform;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.RunImport;

/// <summary>Takes a file in, shows what it would do, and does it, all or nothing.</summary>
internal sealed class RunImportHandler(OrganisationDb db, UnitTreeCache trees, IEnumerable<IImportSheet> sheets, TimeProvider clock)
{
    /// <summary>The largest file taken in.</summary>
    public const int MostBytes = 20 << 20;

    private static readonly TimeSpan DraftsLive = TimeSpan.FromDays(1);

    public IImportSheet Sheet(ImportKind kind) => sheets.First(sheet => sheet.Kind == kind);

    /// <summary>Keeps a file until it is applied or a day has passed.</summary>
    public async Task<Result<Guid>> UploadAsync(Actor actor, ImportKind kind, string fileName, byte[] content, DateOnly from, CancellationToken stop)
    {
        if (Refused(actor, kind, content.Length, from) is { } refusal)
        {
            return refusal;
        }

        try
        {
            ImportFile.Read(new MemoryStream(content), Sheet(kind).Columns);
        }
        catch (TableRefusedException problem)
        {
            return NoTable(problem);
        }

        var now = clock.GetUtcNow();
        var batch = ImportBatch.Upload(kind, Path.GetFileName(fileName), content, from, actor, now);
        await db.Imports.Where(old => old.AppliedAt == null && old.UploadedAt < now - DraftsLive).ExecuteDeleteAsync(stop);
        db.Imports.Add(batch);
        db.Happened(new ImportUploaded(batch.Id, kind));
        await db.SaveAsync(actor, stop);
        return batch.Id;
    }

    /// <summary>What the file would do; nothing is kept.</summary>
    public async Task<Result<ImportPlan>> PreviewAsync(Actor actor, ImportBatch batch, CancellationToken stop)
    {
        try
        {
            return await PlanAsync(actor, batch, await trees.ReadAsync(stop), stop);
        }
        catch (TableRefusedException problem)
        {
            return NoTable(problem);
        }
        finally
        {
            db.Forget();
        }
    }

    /// <summary>Does it, in one transaction. A file with errors does nothing, and its plan says where they are.</summary>
    public async Task<Result<ImportPlan>> ApplyAsync(Actor actor, Guid id, CancellationToken stop)
    {
        ImportPlan? plan = null;
        var result = await db.ChangeTreeAsync(
            actor,
            async tree =>
            {
                if (await db.Imports.SingleOrDefaultAsync(batch => batch.Id == id, stop) is not { Content: not null } batch
                    || Refused(actor, batch.Kind, 0, batch.FromOn) is not null)
                {
                    return ImportRules.Gone;
                }

                plan = await PlanAsync(actor, batch, tree, stop);
                if (plan.HasErrors)
                {
                    return ImportRules.HasErrors(plan);
                }

                batch.Apply(plan, clock.GetUtcNow());
                return Result.Done;
            },
            stop,
            $"导入 {id:N}");
        return new Result<ImportPlan>(plan, result.Refusal);
    }

    private async Task<ImportPlan> PlanAsync(Actor actor, ImportBatch batch, UnitTree tree, CancellationToken stop)
    {
        var sheet = Sheet(batch.Kind);
        var (plan, lines) = ImportFile.Read(new MemoryStream(batch.Content!), sheet.Columns);
        await sheet.PlanAsync(new ImportRun(actor, tree, batch.FromOn, ChinaTime.Today(clock)), plan, lines, stop);
        plan.Rows.AddRange(lines.Select(line => line.Row));
        return plan;
    }

    private Refusal? Refused(Actor actor, ImportKind kind, int length, DateOnly from) =>
        !actor.IsPlatform && !actor.Can(Sheet(kind).Permission) ? UnitRules.OutOfReach
        : length > MostBytes ? new Refusal("too-large", $"文件超过 {MostBytes >> 20} MB。请分成几个文件上传。", "File")
        : from > ChinaTime.Today(clock) ? UnitRules.InTheFuture
        : null;

    private static Refusal NoTable(TableRefusedException problem) => new("not-a-table", problem.Message, "File");
}
