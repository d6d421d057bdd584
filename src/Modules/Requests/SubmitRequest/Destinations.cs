using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.SubmitRequest;

/// <summary>Tells before sending where a request goes, by when it is answered, and who stays in the dark.</summary>
internal sealed class Destinations(FirstReceiver receiver, AccusedFinder accusedFinder, UnitDirectory units, Calendars calendars, TimeProvider clock)
{
    /// <summary>Null where no unit is set up to receive anything.</summary>
    public async Task<Destination?> FindAsync(Service service, UnitId? worksAt, Visibility visibility, CancellationToken stop, string? accused = null)
    {
        if ((await units.RootsAsync(stop)).Count == 0)
        {
            return null;
        }

        var around = (await accusedFinder.FindAsync(accused, worksAt, stop)).Select(one => one.Unit).OfType<UnitId>();
        var owner = await receiver.FindAsync(service, worksAt, visibility, stop, [.. around]);
        var lineage = await units.LineageAsync(owner.UnitId, stop);
        var now = clock.GetUtcNow();
        var due = (await calendars.DeadlineAsync(stop)).After(now, new Limit(service.LimitWorkingDays, LimitUnit.WorkingDays));
        var today = ChinaTime.DateOf(now);
        return new Destination(
            [.. lineage.Select(unit => unit.ShortName).Reverse()],
            SpokenTime.Limit(new Limit(service.LimitWorkingDays, LimitUnit.WorkingDays)),
            SpokenTime.By(due.Day, today),
            DaysOnTheWay.Say(await calendars.CurrentAsync(stop), today, due.Day),
            due.Provisional);
    }

    /// <summary>An open unit that a worker may name as his; null when there is none.</summary>
    public async Task<UnitSummary?> OpenUnitAsync(Guid unit, CancellationToken stop) =>
        await units.FindAsync(new UnitId(unit), stop) is { IsOpen: true } found ? found : null;

    public Task<IReadOnlyList<UnitSummary>> SearchAsync(string text, int most, CancellationToken stop) => units.SearchAsync(text, null, most, stop).AsTask();

    /// <summary>For a worker who does not find his unit: the districts.</summary>
    public async Task<IReadOnlyList<UnitSummary>> DistrictsAsync(CancellationToken stop)
    {
        var districts = new List<UnitSummary>();
        foreach (var root in await units.RootsAsync(stop))
        {
            districts.AddRange((await units.ChildrenAsync(root.UnitId, stop)).Where(unit => unit.Kind == UnitKind.District));
        }

        return districts;
    }

    /// <summary>Names of the units above, highest first, so that two units of one name can be told apart.</summary>
    public async Task<string> PlaceOfAsync(UnitId unit, CancellationToken stop) =>
        string.Join(" › ", (await units.LineageAsync(unit, stop)).Skip(1).Select(above => above.ShortName).Reverse());
}

/// <summary>Where it goes.</summary>
/// <param name="Path">Short names from the highest unit to the first receiver.</param>
/// <param name="Limit">5 个工作日.</param>
/// <param name="By">9月23日 周三前.</param>
/// <param name="OnTheWay">Holidays and make-up days, or null.</param>
/// <param name="IsProvisional">True when a year on the way has no holiday notice yet.</param>
internal sealed record Destination(IReadOnlyList<string> Path, string Limit, string By, string? OnTheWay, bool IsProvisional)
{
    public string Receiver => Path[^1];
}
