using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>Enterprises by credit code, or by name where a row has none.</summary>
internal sealed class EnterpriseSheet(OrganisationDb db) : IImportSheet
{
    private static readonly ImportColumn[] EnterpriseColumns =
    [
        new("name", "名称", "Name", "营业执照上的名称。", Required: true),
        new("short_name", "简称", "ShortName", "空着就用名称。"),
        new("credit_code", "统一社会信用代码", "CreditCode", "18 位；有它就以它认企业，没有就按名称认。"),
        new("unit_code", "单位编码", "Unit", "管这家企业的工会的编码。", Required: true),
        new("industry", "行业", "Industry", "门类字母或全名，如“制造业”。", Choices: [.. Industries.All.Select(row => row.Code)]),
        new("head_count", "职工人数", "Total", "整数。"),
        new("counted_on", "统计日期", "On", "人数是哪天的；空着用导入时选的日期。"),
    ];

    public ImportKind Kind => ImportKind.Enterprises;

    public Permission Permission => Permission.ManageOrganisation;

    public IReadOnlyList<ImportColumn> Columns => EnterpriseColumns;

    public async Task PlanAsync(ImportRun run, ImportPlan plan, IReadOnlyList<ImportLine> lines, CancellationToken stop)
    {
        var drafts = lines.Select(line => EnterpriseDraft.Typed(line["name"], line["short_name"], line["credit_code"], line["industry"])).ToList();
        string[] codes = [.. drafts.Select(draft => draft.CreditCode).OfType<string>()];
        string[] names = [.. drafts.Select(draft => draft.Name)];
        var known = await db.Enterprises.Include(enterprise => enterprise.HeadCounts)
            .Where(enterprise => codes.Contains(enterprise.CreditCode!) || names.Contains(enterprise.Name)).ToListAsync(stop);
        var planning = new EnterprisePlanning(run, new EnterpriseMatch(known), db);
        foreach (var (line, draft) in lines.Zip(drafts))
        {
            planning.Take(line, draft);
        }

        plan.Missing.AddRange(await MissingAsync(run.Tree, lines, known, stop));
    }

    public async Task<Result> RestoreAsync(ImportRun run, IReadOnlyList<ImportChange> changes, CancellationToken stop)
    {
        EnterpriseId[] ids = [.. changes.Select(change => new EnterpriseId(change.SubjectId))];
        var known = await db.Enterprises.Include(enterprise => enterprise.HeadCounts).Where(enterprise => ids.Contains(enterprise.Id)).ToDictionaryAsync(enterprise => enterprise.Id, stop);
        foreach (var change in changes)
        {
            if (known.GetValueOrDefault(new EnterpriseId(change.SubjectId)) is not { } enterprise || ImportImage.Of(enterprise.State()) != change.After)
            {
                return ImportRules.ChangedSince(change);
            }

            if (!run.Tree.Covers(run.Actor, enterprise.UnitId))
            {
                return UnitRules.OutOfReach;
            }

            if (change.Before is null)
            {
                enterprise.Remove();
                db.Enterprises.Remove(enterprise);
            }
            else
            {
                enterprise.Restore(ImportImage.Read<EnterpriseState>(change.Before));
            }
        }

        return Result.Done;
    }

    public async IAsyncEnumerable<object?[]> ExportAsync(UnitTree tree, Actor actor, DateOnly today)
    {
        var enterprises = db.Enterprises.AsNoTracking().Include(enterprise => enterprise.HeadCounts).OrderBy(enterprise => enterprise.Name).ThenBy(enterprise => enterprise.Id);
        await foreach (var enterprise in enterprises.AsAsyncEnumerable())
        {
            if (tree.Covers(actor, enterprise.UnitId))
            {
                var latest = enterprise.HeadCounts.MaxBy(count => count.CountedOn);
                yield return
                [
                    enterprise.Name, enterprise.ShortName, enterprise.CreditCode, tree.Find(enterprise.UnitId)!.Code, enterprise.Industry, latest?.Total, latest?.CountedOn,
                ];
            }
        }
    }

    /// <summary>Enterprises of the units the file names that the file itself does not name.</summary>
    private async Task<List<string>> MissingAsync(UnitTree tree, IReadOnlyList<ImportLine> lines, List<Enterprise> known, CancellationToken stop)
    {
        UnitId[] units = [.. lines.Select(line => tree.FindByCode(line["unit_code"])?.UnitId).OfType<UnitId>().Distinct()];
        EnterpriseId[] named = [.. known.Select(enterprise => enterprise.Id)];
        return await db.Enterprises.Where(enterprise => units.Contains(enterprise.UnitId) && !named.Contains(enterprise.Id))
            .OrderBy(enterprise => enterprise.Name).Select(enterprise => enterprise.Name).ToListAsync(stop);
    }
}
