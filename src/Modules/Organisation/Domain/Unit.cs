using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>A unit of the union tree. Every change of name or parent leaves the old one in its history, so that past reports stay as they were.</summary>
internal sealed class Unit : IRaiseEvents
{
    private readonly List<UnitName> names = [];
    private readonly List<UnitParent> parents = [];

    private Unit()
    {
    }

    public UnitId Id { get; private init; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    public UnitId? ParentId { get; private set; }

    /// <summary>Derived from <see cref="ParentId"/> by the database at the end of the transaction.</summary>
    public LTree Path { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>The first day it is no more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public UnitId? MergedInto { get; private set; }

    public IReadOnlyList<UnitName> Names => names;

    public IReadOnlyList<UnitParent> Parents => parents;

    public EventList Events { get; } = new();

    /// <summary>Opens a unit. The caller has checked that the code is free.</summary>
    public static Result<Unit> Open(UnitDraft draft, UnitRow? parent, Nesting nesting, DateOnly today)
    {
        if (UnitRules.Writable(draft) is { } unwritable)
        {
            return unwritable;
        }

        if (UnitRules.Placeable(draft.Kind, parent, nesting, draft.From, today) is { } misplaced)
        {
            return misplaced;
        }

        var id = UnitId.Next();
        var unit = new Unit
        {
            Id = id,
            Code = draft.Code,
            Name = draft.Name,
            ShortName = draft.ShortName,
            Kind = draft.Kind,
            ParentId = parent?.Unit.UnitId,
            Path = id.ToString(),
            OpenedOn = draft.From,
        };
        unit.names.Add(new UnitName(id, draft.From, draft.Name, draft.ShortName));
        unit.parents.Add(new UnitParent(id, draft.From, unit.ParentId));
        unit.Events.Add(new UnitOpened(id, unit.Code, unit.Kind, unit.ParentId, draft.From));
        return unit;
    }

    /// <summary>Gives a new name from a day on; the old name stays for the days before.</summary>
    public Result Rename(string name, string shortName, DateOnly from, DateOnly today)
    {
        var current = names.MaxBy(row => row.FromOn)!;
        if ((UnitRules.NameFits(name, shortName) ?? Changeable(from, today, current.FromOn)) is { } refusal)
        {
            return refusal;
        }

        if (current.FromOn == from)
        {
            current.Correct(name, shortName);
        }
        else
        {
            current.End(from);
            names.Add(new UnitName(Id, from, name, shortName));
        }

        Events.Add(new UnitRenamed(Id, Name, name, from));
        (Name, ShortName) = (name, shortName);
        return Result.Done;
    }

    /// <summary>Moves the unit, and with it everything below, under another parent from a day on.</summary>
    /// <param name="parent">The new parent.</param>
    /// <param name="above">The lineage of the new parent, itself first.</param>
    /// <param name="old">The lineage of this unit before, itself first.</param>
    public Result MoveTo(UnitRow parent, IReadOnlyList<UnitId> above, IReadOnlyList<UnitId> old, Nesting nesting, DateOnly from, DateOnly today)
    {
        if (above.Contains(Id))
        {
            return Result.Refuse("move-below-itself", $"{ShortName}不能移到自己或自己的下级下面。请另选一个上级。", "Parent");
        }

        var current = parents.MaxBy(row => row.FromOn)!;
        if ((UnitRules.Placeable(Kind, parent, nesting, from, today) ?? Changeable(from, today, current.FromOn)) is { } refusal)
        {
            return refusal;
        }

        if (current.FromOn == from)
        {
            current.Correct(parent.Unit.UnitId);
        }
        else
        {
            current.End(from);
            parents.Add(new UnitParent(Id, from, parent.Unit.UnitId));
        }

        ParentId = parent.Unit.UnitId;
        Events.Add(new UnitMoved(Id, old, [Id, .. above], from));
        return Result.Done;
    }

    /// <summary>Changes the kind; the caller has checked that parent and children allow it.</summary>
    public Result Reclassify(UnitKind kind)
    {
        if (ClosedOn is not null)
        {
            return UnitRules.AlreadyClosed(ShortName);
        }

        Events.Add(new UnitReclassified(Id, Kind, kind));
        Kind = kind;
        return Result.Done;
    }

    /// <summary>Closes the unit from a day on. The caller has checked that nothing open hangs on it.</summary>
    public Result Close(DateOnly from, DateOnly today)
    {
        if (Changeable(from, today, LastChange()) is { } refusal)
        {
            return refusal;
        }

        ClosedOn = from;
        Events.Add(new UnitClosed(Id, from));
        return Result.Done;
    }

    /// <summary>Closes the unit in favour of another one.</summary>
    public Result MergeInto(UnitRow target, DateOnly from, DateOnly today)
    {
        if (target.Unit.UnitId == Id || !target.Unit.IsOpen)
        {
            return Result.Refuse("merge-target", "只能并入另一个还在的单位。请另选一个。", "Into");
        }

        if (from < target.OpenedOn)
        {
            return UnitRules.DatesOutOfOrder($"{target.Unit.ShortName}到 {target.OpenedOn:yyyy-MM-dd} 才成立");
        }

        if (Changeable(from, today, LastChange()) is { } refusal)
        {
            return refusal;
        }

        (ClosedOn, MergedInto) = (from, target.Unit.UnitId);
        Events.Add(new UnitMerged(Id, target.Unit.UnitId, from));
        return Result.Done;
    }

    /// <summary>Takes back the import that opened it: it was there on no day, and its code is free again.</summary>
    public void Withdraw()
    {
        Events.Add(new UnitWithdrawn(Id, Code));
        ClosedOn = OpenedOn;
        Code = $"{Code}~{Id.ToString()[^8..]}";
    }

    /// <summary>Puts name, kind, parent and their history back as they were before an import.</summary>
    public void Restore(UnitRow before, IReadOnlyList<UnitId> old, IReadOnlyList<UnitId> lineage, DateOnly today)
    {
        if (Name != before.Unit.Name || ShortName != before.Unit.ShortName)
        {
            Events.Add(new UnitRenamed(Id, Name, before.Unit.Name, today));
            (Name, ShortName) = (before.Unit.Name, before.Unit.ShortName);
        }

        if (Kind != before.Unit.Kind)
        {
            Events.Add(new UnitReclassified(Id, Kind, before.Unit.Kind));
            Kind = before.Unit.Kind;
        }

        if (ParentId != before.Unit.Parent)
        {
            Events.Add(new UnitMoved(Id, old, lineage, today));
            ParentId = before.Unit.Parent;
        }

        UnitHistory.Restore(names, before.Names);
        UnitHistory.Restore(parents, before.Parents);
    }

    public UnitRow Row() => new(
        new UnitSummary(Id, Code, Name, ShortName, Kind, ParentId, ClosedOn is null),
        OpenedOn,
        ClosedOn,
        MergedInto,
        [.. names.OrderBy(row => row.FromOn).Select(row => new NameRow(row.FromOn, row.ToOn, row.Name, row.ShortName))],
        [.. parents.OrderBy(row => row.FromOn).Select(row => new ParentRow(row.FromOn, row.ToOn, row.ParentId))]);

    private DateOnly LastChange() => names.Select(row => row.FromOn).Concat(parents.Select(row => row.FromOn)).Max();

    private Refusal? Changeable(DateOnly from, DateOnly today, DateOnly last) =>
        ClosedOn is not null ? UnitRules.AlreadyClosed(ShortName)
        : from > today ? UnitRules.InTheFuture
        : from < last ? UnitRules.DatesOutOfOrder($"上一次变动是 {last:yyyy-MM-dd}")
        : null;
}
