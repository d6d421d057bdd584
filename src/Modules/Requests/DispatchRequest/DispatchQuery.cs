using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.DispatchRequest;

/// <summary>What the dispatch page offers: units proposed, found and directly below, limits with their days.</summary>
internal sealed class DispatchQuery(RequestsDb db, UnitDirectory units, UpperUnit upper, Calendars calendars)
{
    private const int MostFound = 20;
    private const int MostLessons = 3;

    public async Task<DispatchView> ForAsync(CaseView seen, string? search, int? days, Guid? unit, CancellationToken stop)
    {
        var here = seen.Row.CurrentUnit;
        var proposed = await ProposedAsync(seen.Row, stop);
        var found = string.IsNullOrWhiteSpace(search) ? [] : (await units.SearchAsync(search, here, MostFound, stop)).Where(one => one.UnitId != here).ToList();
        var below = await units.ChildrenAsync(here, stop);
        var picked = unit is { } key && await units.FindAsync(new UnitId(key), stop) is { IsOpen: true } one && await units.IsWithinAsync(one.UnitId, here, stop) ? one : null;
        var load = await LoadAsync([.. proposed.Select(choice => choice.Unit.UnitId), .. found.Select(other => other.UnitId), .. below.Select(other => other.UnitId)], seen.Now, stop);
        var calendar = await calendars.CurrentAsync(stop);
        var limits = DispatchCalendar.Limits(seen.Row.DueAt, !seen.Row.PromiseRuns, calendar, seen.Now);
        var limit = limits.Find(choice => choice.Days == days) ?? DispatchCalendar.Proposed(limits);
        return new DispatchView
        {
            Proposed = [.. proposed.Select(choice => Choice(choice.Unit, choice.Why, load))],
            Found = [.. found.Select(other => Choice(other, null, load))],
            Below = [.. below.Select(other => Choice(other, null, load))],
            Picked = picked is null ? null : Choice(picked, null, load),
            Limits = limits,
            Limit = limit,
            Strip = DispatchCalendar.Strip(limit.DueAt, calendar, seen.Now),
            Lessons = await LessonsAsync(seen.Row, stop),
            OnTheWay = DaysOnTheWay.Say(calendar, ChinaTime.DateOf(seen.Now), ChinaTime.DateOf(limit.DueAt)),
        };
    }

    /// <summary>What was sent wrongly from here before, of the same category: the last few.</summary>
    private async Task<IReadOnlyList<string>> LessonsAsync(CaseRow row, CancellationToken stop)
    {
        var lessons = await db.Returns.AsNoTracking()
            .Where(one => one.Category == row.Category && one.SentBy == row.CurrentUnit && one.Accepted == true)
            .OrderByDescending(one => one.DecidedAt).Take(MostLessons).Select(one => new { one.UnitId, one.RightUnit, one.Reason }).ToListAsync(stop);
        var names = await units.NamesAsync([.. lessons.Select(one => one.UnitId), .. lessons.Select(one => one.RightUnit).OfType<UnitId>()], stop);
        return
        [
            .. lessons.DistinctBy(one => (one.UnitId, one.RightUnit)).Select(one =>
                $"派给{names.GetValueOrDefault(one.UnitId, "原单位")}被退回过{(one.RightUnit is { } right ? $"，后来认定该去{names.GetValueOrDefault(right, "原单位")}" : "")}：{UnionHall.Text.PlainText.Excerpt(one.Reason, 40)}"),
        ];
    }

    /// <summary>Down the way to where the worker works: first the unit right below, then his own union; never one it is about.</summary>
    private async Task<List<(UnitSummary Unit, string Why)>> ProposedAsync(CaseRow row, CancellationToken stop)
    {
        if (row.WorksAt is not { } worksAt || !await units.IsWithinAsync(worksAt, row.CurrentUnit, stop))
        {
            return [];
        }

        var request = await db.Requests.AsNoTracking().SingleAsync(one => one.Id == row.Id, stop);
        var proposed = new List<(UnitSummary Unit, string Why)>();
        var way = (await units.LineageAsync(worksAt, stop)).TakeWhile(unit => unit.UnitId != row.CurrentUnit).Reverse();
        foreach (var unit in way.Where(unit => unit is { IsOpen: true } and { Kind: not (UnitKind.Branch or UnitKind.Team) }))
        {
            if (!await upper.IsAccusedAsync(request, unit.UnitId, stop))
            {
                proposed.Add((unit, !OwnUnit.IsOfEmployer(unit.Kind) ? "职工在它下面的单位上班" : row.Visibility == Visibility.Named ? "职工自己单位的工会" : "职工自己单位的工会；看不到是谁说的，也看不到照片"));
            }
        }

        return proposed;
    }

    private async Task<Dictionary<UnitId, (int Open, int Late)>> LoadAsync(UnitId[] keys, DateTimeOffset now, CancellationToken stop)
    {
        var rows = await db.Reach.AsNoTracking().Where(reach => keys.Contains(reach.UnitId) && reach.IsOpen)
            .GroupBy(reach => reach.UnitId)
            .Select(unit => new { unit.Key, Open = unit.Count(), Late = unit.Count(row => row.DueAt < now) }).ToListAsync(stop);
        return rows.ToDictionary(row => row.Key, row => (row.Open, row.Late));
    }

    private static UnitChoice Choice(UnitSummary unit, string? why, Dictionary<UnitId, (int Open, int Late)> load)
    {
        var (open, late) = load.GetValueOrDefault(unit.UnitId);
        return new UnitChoice(unit.UnitId.Value, unit.Name, why, open, late);
    }
}

/// <summary>What the dispatch page offers.</summary>
internal sealed record DispatchView
{
    public required IReadOnlyList<UnitChoice> Proposed { get; init; }

    public required IReadOnlyList<UnitChoice> Found { get; init; }

    public required IReadOnlyList<UnitChoice> Below { get; init; }

    public UnitChoice? Picked { get; init; }

    public required IReadOnlyList<LimitChoice> Limits { get; init; }

    public required LimitChoice Limit { get; init; }

    public required IReadOnlyList<StripDay> Strip { get; init; }

    public string? OnTheWay { get; init; }

    /// <summary>Dispatches of the same category that were returned.</summary>
    public required IReadOnlyList<string> Lessons { get; init; }
}
