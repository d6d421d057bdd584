using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ReadClock;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.OpenRequest;

/// <summary>What a case page needs beyond its rows, mostly from memory: clocks, category, the worker's unit, who may know him.</summary>
internal sealed class CaseSurroundings(
    ServiceCatalogue catalogue, Calendars calendars, UnitDirectory units, OwnUnit ownUnit, Scope scope, IdentitySeal seal, RequestSettings settings)
{
    public async Task<string> CategoryNameAsync(string code, CancellationToken stop) => await catalogue.CategoryNameAsync(code, stop);

    public ValueTask<Numbers> NumbersAsync(CancellationToken stop) => settings.InForceAsync(stop);

    public async Task<IReadOnlyList<string>> WorksAtAsync(CaseRow row, CancellationToken stop) => row.WorksAt is { } unit
        ? [.. (await units.LineageAsync(unit, stop)).Reverse().Select(above => above.ShortName)]
        : [];

    /// <summary>Only a named worker is shown to whoever may see the case.</summary>
    public Person? PersonOf(CaseRow row) => row is { Visibility: Visibility.Named, Requester: { } requester } ? seal.Open(requester) : null;

    /// <summary>True when every post through which the reader sees it is, or may be, at the worker's own union.</summary>
    public async Task<bool> IsOwnUnitAsync(Actor actor, CaseRow row, CancellationToken stop)
    {
        if (row.Visibility == Visibility.Named)
        {
            return false;
        }

        var outside = await ownUnit.WithoutItAsync(actor, row.WorksAt, stop);
        return outside != actor && !await scope.ReachesAsync(outside, row.Id, stop);
    }

    public async Task<bool> MayOpenIdentityAsync(Actor actor, CaseRow row, CancellationToken stop) =>
        row.Visibility == Visibility.Hidden && actor.Can(Permission.OpenIdentity)
        && await scope.ReachesAsync(await ownUnit.WithoutItAsync(actor, row.WorksAt, stop), row.Id, stop, Permission.OpenIdentity);

    public async Task<(DueView Promise, DueView? Hop, string Next)> ClocksAsync(
        CaseRow row, List<WorkOrder> orders, UnitSummary unit, DateTimeOffset now, CancellationToken stop)
    {
        var calendar = await calendars.CurrentAsync(stop);
        var order = orders.Where(one => one.IsOpenLead).MaxBy(one => one.Id.Value);
        var promise = DueView.Of(row.SubmittedAt, row.DueAt, row.LimitUnit, row.ClosedAt ?? now, calendar, row.State == RequestState.Asked);
        var hop = row.IsOpen && order is { ParentId: not null }
            ? DueView.Of(order.DispatchedAt, order.DueAt, order.FollowsPromise ? row.LimitUnit : order.LimitUnit, now, calendar, row.State == RequestState.Asked)
            : null;
        return row.PausedUntil is { } until
            ? (ClockView.Standing(promise, until, row.IsDeferred, now), hop is null ? null : ClockView.Standing(hop, until, row.IsDeferred, now), NextWhileStanding(row, until, now))
            : (promise, hop, Next(row, unit, now));
    }

    private static string NextWhileStanding(CaseRow row, DateTimeOffset until, DateTimeOffset now)
    {
        var day = SpokenTime.Day(ChinaTime.DateOf(until), ChinaTime.DateOf(now));
        return row.IsDeferred ? $"挂账中：现在解决不了，{day}再看。" : $"时限停着，停到 {day}，之后接着算。";
    }

    private static string Next(CaseRow row, UnitSummary unit, DateTimeOffset now)
    {
        var by = SpokenTime.By(row.NextDueAt, now);
        var late = row.IsOpen && row.NextDueAt < now ? "已经过了，" : "";
        return row.State switch
        {
            RequestState.Submitted => $"{late}{by}要答复职工。现在等{unit.ShortName}派单，或当场答复。",
            RequestState.Dispatched => $"{late}{by}要办完这一段，{unit.ShortName}还没有签收。",
            RequestState.Acknowledged => $"{late}{by}要答复职工，{unit.ShortName}在办。",
            RequestState.Asked => $"在等职工回话，时限不停，{late}{by}到期。",
            RequestState.Disputed => $"职工说没解决。{late}{by}由{unit.ShortName}联系职工，作出决定。",
            RequestState.Merged => "并在另一件里一起办，由那一件答复。",
            RequestState.Replied => $"等职工说解决没有。{by}没说，按“没有表态”办结。",
            _ => $"{(row.Outcome is { } outcome ? outcome.Chinese() : row.State.Chinese())}，{SpokenTime.Moment(row.ClosedAt ?? now, now)}。",
        };
    }
}
