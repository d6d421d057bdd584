using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>Units by code: new ones are opened, known ones renamed, reclassified or moved; none is ever closed by a file.</summary>
internal sealed class UnitSheet(OrganisationDb db) : IImportSheet
{
    private static readonly ImportColumn[] UnitColumns =
    [
        new("code", "编码", "Code", "全市唯一，导入以它认单位。", Required: true),
        new("name", "全称", "Name", "2 到 100 个字。", Required: true),
        new("short_name", "简称", "ShortName", "空着就用全称。"),
        new("kind", "种类", "Kind", "从列表里选。", Required: true, [.. UnitKinds.All.Select(UnitKinds.Chinese)]),
        new("parent_code", "上级编码", "Parent", "上级单位的编码；也可以是本文件里的单位。", Required: true),
        new("from", "生效日期", "From", "新设的成立日期，或改动的生效日期；空着用导入时选的日期。"),
    ];

    public ImportKind Kind => ImportKind.Units;

    public Permission Permission => Permission.ManageOrganisation;

    public IReadOnlyList<ImportColumn> Columns => UnitColumns;

    public async Task PlanAsync(ImportRun run, ImportPlan plan, IReadOnlyList<ImportLine> lines, CancellationToken stop)
    {
        var codes = lines.Select(line => line["code"]).ToHashSet(StringComparer.Ordinal);
        var planning = new UnitPlanning(run, await db.UnitsByCodeAsync(codes, stop), db);
        foreach (var line in ImportOrder.ParentsFirst(lines))
        {
            planning.Take(line);
        }

        planning.CheckKinds();
        plan.Missing.AddRange(MissingFrom(run.Tree, codes));
    }

    public async Task<Result> RestoreAsync(ImportRun run, IReadOnlyList<ImportChange> changes, CancellationToken stop)
    {
        var units = await db.UnitsAsync([.. changes.Select(change => new UnitId(change.SubjectId))], stop);
        var restoring = new UnitRestoring(run, units, db);
        return await restoring.RestoreAsync(changes, stop);
    }

    public async IAsyncEnumerable<object?[]> ExportAsync(UnitTree tree, Actor actor, DateOnly today)
    {
        await Task.CompletedTask;
        foreach (var row in tree.All.Where(row => row.Unit.IsOpen && tree.Covers(actor, row.Unit.UnitId)))
        {
            var unit = row.Unit;
            yield return [unit.Code, unit.Name, unit.ShortName, unit.Kind.Chinese(), unit.Parent is { } parent ? tree.Find(parent)!.Code : null, null];
        }
    }

    /// <summary>Open units below the topmost units of the file that the file does not name.</summary>
    private static IEnumerable<string> MissingFrom(UnitTree tree, HashSet<string> codes)
    {
        var tops = codes.Select(tree.FindByCode).OfType<UnitSummary>()
            .Where(unit => unit.Parent is not { } parent || !codes.Contains(tree.Find(parent)!.Code));
        return tops.SelectMany(top => tree.SubtreeRows(top.UnitId)).Select(row => row.Unit)
            .Where(unit => unit.IsOpen && !codes.Contains(unit.Code)).Select(unit => $"{unit.Code} {unit.Name}").Distinct(StringComparer.Ordinal);
    }
}
