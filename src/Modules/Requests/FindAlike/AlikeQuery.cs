using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.FindAlike;

/// <summary>
/// What may be the same matter, with the reason: the same person, the same workplace, or the same unit's open work, and near the same words.
/// Reads bounded index ranges only, however many requests there are; the words are compared here.
/// </summary>
internal sealed class AlikeQuery(RequestsDb db, Scope scope, UnitDirectory units, RequestSettings settings, TimeProvider clock)
{
    private const int Most = 6;
    private const int MostOfPerson = 20;
    private const int MostOfWorkplace = 100;
    private const int MostOfUnit = 150;

    public async Task<IReadOnlyList<AlikeCase>> OfAsync(Actor actor, CaseRow row, CancellationToken stop)
    {
        var (numbers, now) = ((await settings.InForceAsync(stop)).Same, clock.GetUtcNow());
        var since = TimeKey.At(now.AddDays(-numbers.Days));
        var person = row is { Visibility: Visibility.Named, Requester: { NamePrint: { } name, PhonePrint: { } phone } } ? await OfPerson(name, phone, since).ToListAsync(stop) : [];
        var workplace = row.WorksAt is { } unit ? await OfWorkplace(unit, since).ToListAsync(stop) : [];
        var open = await OfUnit(row.CurrentUnit).ToListAsync(stop);
        List<RequestId> keys = [.. person.Concat(workplace).Concat(open).Where(key => key != row.Id).Distinct()];
        var seen = await scope.Requests(actor).AsNoTracking()
            .Where(request => keys.Contains(request.Id) && request.HeadId == null && request.State != RequestState.Withdrawn && request.State != RequestState.Declined)
            .Select(request => new Seen(request.Id, request.Reference, request.Title, request.Words, request.State, request.Visibility, request.WorksAt, request.CurrentUnit, request.SubmittedAt))
            .ToListAsync(stop);
        var alike = new List<AlikeCase>();
        foreach (var (one, likeness, isPerson) in seen.Select(one => (one, Likeness.Of(row.Words, one.Words), person.Contains(one.Id) && one.Visibility == Visibility.Named))
            .Where(one => one.Item3 || one.Item2 >= numbers.WordsPercent).OrderByDescending(one => one.Item3).ThenByDescending(one => one.Item2).Take(Most))
        {
            alike.Add(await CaseOfAsync(row, one, likeness, isPerson, stop));
        }

        return alike;
    }

    internal IQueryable<RequestId> OfPerson(byte[] name, byte[] phone, Guid since) =>
        db.Requesters.AsNoTracking().Where(row => row.PhonePrint == phone && row.NamePrint == name && ((Guid)(object)row.RequestId).CompareTo(since) > 0)
            .OrderByDescending(row => row.RequestId).Take(MostOfPerson).Select(row => row.RequestId);

    internal IQueryable<RequestId> OfWorkplace(UnitId worksAt, Guid since) =>
        db.Requests.AsNoTracking().Where(request => request.WorksAt == worksAt && ((Guid)(object)request.Id).CompareTo(since) > 0)
            .OrderByDescending(request => request.Id).Take(MostOfWorkplace).Select(request => request.Id);

    internal IQueryable<RequestId> OfUnit(UnitId unit) =>
        db.Reach.AsNoTracking().Where(row => row.UnitId == unit && row.IsOpen).OrderBy(row => row.DueAt).ThenBy(row => row.RequestId)
            .Take(MostOfUnit).Select(row => row.RequestId);

    private async Task<AlikeCase> CaseOfAsync(CaseRow row, Seen one, int likeness, bool isPerson, CancellationToken stop)
    {
        var sameWork = row.WorksAt is not null && row.WorksAt == one.WorksAt;
        string?[] why = [isPerson ? "同样的姓名和手机号" : null, sameWork ? "同一个单位" : null, likeness > 0 ? $"话有 {likeness}% 相同" : null];
        var unit = (await units.FindAsync(one.CurrentUnit, stop))?.ShortName ?? "";
        return new AlikeCase(one.Reference, one.Title, PlainText.Excerpt(one.Words, 60), one.State, unit, one.SubmittedAt, string.Join("，", why.OfType<string>()), isPerson ? MergeKind.SamePerson : MergeKind.SameMatter);
    }

    private sealed record Seen(RequestId Id, string Reference, string Title, string Words, RequestState State, Visibility Visibility, UnitId? WorksAt, UnitId CurrentUnit, DateTimeOffset SubmittedAt);
}

/// <summary>A request that may be the same matter, and why.</summary>
/// <param name="Kind">How it would be the same.</param>
internal sealed record AlikeCase(string Reference, string Title, string Excerpt, RequestState State, string Unit, DateTimeOffset SubmittedAt, string Why, MergeKind Kind);
