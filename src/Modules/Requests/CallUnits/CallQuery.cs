using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.DispatchRequest;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.CallUnits;

/// <summary>What the pages offer that call units to the side of the lead; never a unit the worker is to be kept from.</summary>
internal sealed class CallQuery(UnitDirectory units, UpperUnit upper, Calendars calendars)
{
    private const int MostOffered = 12;

    public async Task<CallView> ForAsync(CaseView seen, OrderRole role, string? search, IReadOnlyList<Guid> picked, IReadOnlyList<string?> tasks, int? days, CancellationToken stop)
    {
        var row = seen.Row;
        var named = await upper.NamedAsync(row.Id, stop);
        var taken = seen.Orders.Where(node => node.Order.IsOpen).Select(node => node.Order.UnitId).Append(row.CurrentUnit).ToHashSet();
        var found = string.IsNullOrWhiteSpace(search) ? await NearAsync(row.CurrentUnit, role, stop) : await units.SearchAsync(search, null, MostOffered * 2, stop);
        var chosen = new List<CallChoice>();
        foreach (var (key, place) in picked.Distinct().Take(CallUnitsHandler.Most).Select((key, place) => (key, place)))
        {
            if (await units.FindAsync(new UnitId(key), stop) is { IsOpen: true } unit && taken.Add(unit.UnitId) && !await IsBarredAsync(row, named, unit.UnitId, stop))
            {
                chosen.Add(new CallChoice(key, unit.Name, place < tasks.Count ? tasks[place] : null));
            }
        }

        var offered = new List<CallChoice>();
        foreach (var unit in found.Where(unit => unit.IsOpen && !taken.Contains(unit.UnitId)))
        {
            if (offered.Count < MostOffered && !await IsBarredAsync(row, named, unit.UnitId, stop))
            {
                offered.Add(new CallChoice(unit.UnitId.Value, unit.Name, null));
            }
        }

        var lead = seen.Orders.FirstOrDefault(node => node.IsCurrent)?.Order;
        var limits = DispatchCalendar.Limits(lead?.DueAt ?? row.DueAt, false, await calendars.CurrentAsync(stop), seen.Now);
        return new CallView(seen, role, chosen, offered, limits, limits.Find(limit => limit.Days == days) ?? DispatchCalendar.Proposed(limits), search);
    }

    private async Task<bool> IsBarredAsync(CaseRow row, IReadOnlyCollection<UnitId> named, UnitId unit, CancellationToken stop) =>
        await upper.IsBarredAsync(row.MatterType, row.Visibility, row.WorksAt, unit, stop) || await upper.IsWithinAsync(unit, named, stop);

    /// <summary>Parts go to units below first; help comes from those beside. Branches and teams are found by name only.</summary>
    private async Task<IReadOnlyList<UnitSummary>> NearAsync(UnitId here, OrderRole role, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(here, stop);
        var below = await units.ChildrenAsync(here, stop);
        var beside = lineage.Count > 1 ? await units.ChildrenAsync(lineage[1].UnitId, stop) : [];
        var near = role == OrderRole.Part ? below.Concat(beside) : beside.Concat(lineage.Skip(1)).Concat(below);
        return [.. near.Where(unit => unit.Kind is not (UnitKind.Branch or UnitKind.Team))];
    }
}

/// <summary>A unit to choose, with what was written for it so far.</summary>
internal sealed record CallChoice(Guid Key, string Name, string? Task);

/// <summary>What a page shows that calls units.</summary>
internal sealed record CallView(
    CaseView Case, OrderRole Role, IReadOnlyList<CallChoice> Chosen, IReadOnlyList<CallChoice> Offered, IReadOnlyList<LimitChoice> Limits, LimitChoice Limit, string? Search)
{
    /// <summary>Names the fields of the form for its errors.</summary>
    public CallForm Form { get; } = new();

    public string Act => Role switch { OrderRole.Helper => "请人协办", OrderRole.Part => "拆开分办", _ => "吹哨叫单位来" };

    public string Means => Role switch
    {
        OrderRole.Helper => "本单位还是主办，对职工负责。协办的结果交到本单位，都交齐了再答复职工。",
        OrderRole.Part => "拆成几部分，一个单位办一部分，至少两部分。都有了结果，本单位再答复职工。",
        _ => "叫别的单位到这件事上来一起办。来的单位要报到、交结果，办完以后吹哨的单位和它的上级各评一次。",
    };

    /// <summary>Where its form is sent.</summary>
    public string Address => $"/desk/requests/{Case.Row.Reference}/{Role switch { OrderRole.Helper => "helpers", OrderRole.Part => "split", _ => "whistle" }}";

    public int Least => Role == OrderRole.Part ? 2 : 1;
}
