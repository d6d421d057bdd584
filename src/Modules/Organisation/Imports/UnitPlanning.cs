using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Organisation.Imports;

/// <summary>Carries out the rows of a file of units, parents before children.</summary>
internal sealed class UnitPlanning(ImportRun run, Dictionary<string, Unit> known, OrganisationDb db)
{
    private readonly PlannedTree planned = new(run.Tree);
    private readonly HashSet<UnitId> opened = [];
    private readonly List<(ImportLine Line, Unit Unit)> reclassified = [];

    public void Take(ImportLine line)
    {
        var kind = Kind(line);
        var parent = Parent(line);
        line.Required("code");
        line.Row.Label = line.Required("name");
        var from = line.Day("from");
        if (line.Failed || kind is null)
        {
            return;
        }

        if (known.GetValueOrDefault(line["code"]) is { } unit)
        {
            Change(line, unit, kind.Value, parent, from ?? run.From);
        }
        else
        {
            Open(line, UnitDraft.Typed(line["code"], line["name"], line["short_name"], kind.Value, from ?? run.From), parent);
        }
    }

    /// <summary>Where a kind changed, what stands below must still be allowed there.</summary>
    public void CheckKinds()
    {
        foreach (var (line, unit) in reclassified)
        {
            if (planned.Children(unit.Id).FirstOrDefault(child => !run.Tree.Nesting.Allows(unit.Kind, child.Unit.Kind)) is { } child)
            {
                line.Refuse("kind", $"下面有{child.Unit.ShortName}（{child.Unit.Kind.Chinese()}），{unit.Kind.Chinese()}下面不设它。请先移走。");
            }
        }
    }

    private static UnitKind? Kind(ImportLine line)
    {
        var kind = UnitKinds.Parse(line.Required("kind"));
        if (kind is null && line.Has("kind"))
        {
            line.Refuse("kind", $"没有“{line["kind"]}”这个种类。可以用：{string.Join("、", UnitKinds.All.Select(UnitKinds.Chinese))}。");
        }

        return kind;
    }

    private UnitRow? Parent(ImportLine line)
    {
        var parent = line.Has("parent_code") ? planned.ByCode(line["parent_code"]) : null;
        if (parent is null && line.Has("parent_code"))
        {
            line.Refuse("parent_code", $"没有编码是 {line["parent_code"]} 的单位，本文件里也没有，或者它那一行有错。");
        }

        return parent;
    }

    private void Open(ImportLine line, UnitDraft draft, UnitRow? parent)
    {
        if (parent is null && !run.Actor.IsPlatform)
        {
            line.Refuse("parent_code", "新单位要写上级编码。没有上级的最高单位只能由系统命令设立。");
            return;
        }

        if (parent is not null && !Covers(parent.Unit.UnitId))
        {
            line.Refuse(UnitRules.OutOfReach);
            return;
        }

        var made = Unit.Open(draft, parent, run.Tree.Nesting, run.Today);
        if (made.Refusal is { } refusal)
        {
            line.Refuse(refusal);
            return;
        }

        var unit = made.Value!;
        db.Units.Add(unit);
        opened.Add(unit.Id);
        line.Row.IsNew = true;
        Finish(line, unit);
    }

    private void Change(ImportLine line, Unit unit, UnitKind kind, UnitRow? parent, DateOnly from)
    {
        if (!Covers(unit.Id) || (parent is not null && !Covers(parent.Unit.UnitId) && parent.Unit.UnitId != unit.ParentId))
        {
            line.Refuse(UnitRules.OutOfReach);
            return;
        }

        var before = unit.Row();
        line.Row.Before = ImportImage.Of(before);
        var result = Move(line, unit, parent, from);
        result = result.Succeeded ? Reclassify(line, unit, kind, parent) : result;
        result = result.Succeeded ? Rename(line, unit, from) : result;
        if (result.Refusal is { } refusal)
        {
            line.Refuse(refusal);
            return;
        }

        Finish(line, unit);
    }

    private Result Move(ImportLine line, Unit unit, UnitRow? parent, DateOnly from)
    {
        if (parent is null || unit.ParentId == parent.Unit.UnitId)
        {
            return Result.Done;
        }

        line.Changed("parent_code", unit.ParentId is { } old ? planned.Row(old)?.Unit.Code : null, parent.Unit.Code);
        UnitId[] lineage = [.. run.Tree.Lineage(unit.Id).Select(above => above.UnitId)];
        return unit.MoveTo(parent, planned.Lineage(parent.Unit.UnitId), lineage, run.Tree.Nesting, from, run.Today);
    }

    private Result Reclassify(ImportLine line, Unit unit, UnitKind kind, UnitRow? parent)
    {
        if (unit.Kind == kind)
        {
            return Result.Done;
        }

        var above = parent ?? (unit.ParentId is { } id ? planned.Row(id) : null);
        if (above is not null && !run.Tree.Nesting.Allows(above.Unit.Kind, kind))
        {
            return new Refusal("kind-not-allowed-here", $"{above.Unit.Kind.Chinese()}下面不设{kind.Chinese()}。", "Kind");
        }

        line.Changed("kind", unit.Kind.Chinese(), kind.Chinese());
        reclassified.Add((line, unit));
        return unit.Reclassify(kind);
    }

    private static Result RenameTo(Unit unit, string name, string shortName, DateOnly from, DateOnly today) =>
        unit.Name == name && unit.ShortName == shortName ? Result.Done : unit.Rename(name, shortName, from, today);

    private Result Rename(ImportLine line, Unit unit, DateOnly from)
    {
        var name = PlainText.SingleLine(line["name"]);
        var shortName = line.Has("short_name") ? PlainText.SingleLine(line["short_name"]) : unit.ShortName;
        line.Changed("name", unit.Name, name);
        line.Changed("short_name", unit.ShortName, shortName);
        return RenameTo(unit, name, shortName, from, run.Today);
    }

    private void Finish(ImportLine line, Unit unit)
    {
        var row = unit.Row();
        planned.Put(row);
        line.Row.Subject = unit.Id.Value;
        line.Row.After = ImportImage.Of(row);
    }

    /// <summary>What this file opens lies in reach as its parent does.</summary>
    private bool Covers(UnitId unit) =>
        run.Actor.IsPlatform || opened.Contains(unit) || run.Tree.Covers(run.Actor, unit);
}
