using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>An employer that a unit covers, with the count of its workers over time.</summary>
internal sealed class Enterprise : IRaiseEvents
{
    private readonly List<HeadCount> headCounts = [];

    private Enterprise()
    {
    }

    public EnterpriseId Id { get; private init; }

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public string? CreditCode { get; private set; }

    public UnitId UnitId { get; private set; }

    /// <summary>GB/T 4754 section, A to T.</summary>
    public string? Industry { get; private set; }

    public IReadOnlyList<HeadCount> HeadCounts => headCounts;

    public EventList Events { get; } = new();

    /// <summary>Adds an enterprise. The caller has checked that name and code are free.</summary>
    public static Result<Enterprise> Add(EnterpriseDraft draft, UnitRow unit)
    {
        if (EnterpriseRules.Refused(draft, unit) is { } refusal)
        {
            return refusal;
        }

        var enterprise = new Enterprise { Id = EnterpriseId.Next() };
        enterprise.Take(draft, unit);
        enterprise.Events.Add(new EnterpriseAdded(enterprise.Id, enterprise.UnitId, enterprise.Name, enterprise.CreditCode));
        return enterprise;
    }

    /// <summary>Changes its facts. The caller has checked that name and code are free.</summary>
    public Result Change(EnterpriseDraft draft, UnitRow unit)
    {
        if (EnterpriseRules.Refused(draft, unit) is { } refusal)
        {
            return refusal;
        }

        var (before, old) = (Facts(), UnitId);
        Take(draft, unit);
        var changed = Facts().Where(fact => before[fact.Key] != fact.Value).Select(fact => fact.Key).ToList();
        if (changed.Count > 0)
        {
            Events.Add(new EnterpriseChanged(Id, old, UnitId, changed));
        }

        return Result.Done;
    }

    /// <summary>Moves it to the unit that takes over when its own is merged or closed.</summary>
    public void GoOverTo(UnitId unit)
    {
        Events.Add(new EnterpriseChanged(Id, UnitId, unit, ["unit"]));
        UnitId = unit;
    }

    /// <summary>Records how many work there as of a day; a second count of the same day replaces the first.</summary>
    public Result Count(DateOnly on, int total, DateOnly today)
    {
        if (on > today)
        {
            return Result.Refuse("in-the-future", "统计日期不能晚于今天。", "On");
        }

        if (total is < 0 or > EnterpriseRules.MostHeads)
        {
            return Result.Refuse("head-count", $"职工人数要在 0 到 {EnterpriseRules.MostHeads:N0} 之间。", "Total");
        }

        if (headCounts.Find(count => count.CountedOn == on) is { } same)
        {
            same.Correct(total);
        }
        else
        {
            headCounts.Add(new HeadCount(Id, on, total));
        }

        Events.Add(new HeadsCounted(Id, on, total));
        return Result.Done;
    }

    public EnterpriseState State() => new(
        Name, ShortName, CreditCode, UnitId, Industry, [.. headCounts.OrderBy(count => count.CountedOn).Select(count => new EnterpriseState.Counted(count.CountedOn, count.Total))]);

    /// <summary>Puts everything back as it was before an import.</summary>
    public void Restore(EnterpriseState state)
    {
        Events.Add(new EnterpriseChanged(Id, UnitId, state.Unit, ["restored"]));
        (Name, ShortName, CreditCode, UnitId, Industry) = (state.Name, state.ShortName, state.CreditCode, state.Unit, state.Industry);
        headCounts.RemoveAll(count => !state.Counts.Any(kept => kept.On == count.CountedOn));
        foreach (var kept in state.Counts)
        {
            headCounts.Find(count => count.CountedOn == kept.On)?.Correct(kept.Total);
        }
    }

    /// <summary>Says that the import which added it was taken back; the caller removes the row.</summary>
    public void Remove()
    {
        headCounts.Clear();
        Events.Add(new EnterpriseRemoved(Id, UnitId));
    }

    private void Take(EnterpriseDraft draft, UnitRow unit) =>
        (Name, ShortName, CreditCode, UnitId, Industry) = (draft.Name, draft.ShortName, draft.CreditCode, unit.Unit.UnitId, draft.Industry);

    private Dictionary<string, string?> Facts() => new(StringComparer.Ordinal)
    {
        ["name"] = Name,
        ["short-name"] = ShortName,
        ["credit-code"] = CreditCode,
        ["unit"] = UnitId.ToString(),
        ["industry"] = Industry,
    };
}
