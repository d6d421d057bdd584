using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;
using UnionHall.Requests.TrackRequest;
using UnionHall.Text;

namespace UnionHall.Requests.Following;

/// <summary>
/// What somebody said lately that may be the same matter: of the same service, or in near the same words. A worker is shown only what his
/// account or his passphrase has opened; a name and a phone that anybody can type show nothing (docs/decisions/0011-same-matter.md).
/// </summary>
internal sealed class OwnMatters(RequestsDb db, TrackingPass pass, Scope scope, IdentitySeal seal, UnitDirectory units, RequestSettings settings, TimeProvider clock)
{
    private const int Most = 3;
    private const int MostRead = 50;

    /// <summary>Of the person at this browser.</summary>
    public async Task<IReadOnlyList<LikeMatter>> OfAsync(Actor actor, Service service, string words, CancellationToken stop)
    {
        List<RequestId> keys = [.. pass.All()];
        if (actor.Account is { } account)
        {
            var since = await SinceAsync(stop);
            keys.AddRange(await db.Requesters.AsNoTracking().Where(row => row.Account == account && ((Guid)(object)row.RequestId).CompareTo(since) > 0).Select(row => row.RequestId).ToListAsync(stop));
        }

        return keys.Count == 0 ? [] : await AlikeAsync(db.Requests.Where(row => keys.Contains(row.Id)), service, words, stop);
    }

    /// <summary>Of the person a colleague registers for, in the colleague's scope: same name and same phone, which only named requests keep prints of.</summary>
    public async Task<IReadOnlyList<LikeMatter>> OfAsync(Actor clerk, Person person, Service service, string words, CancellationToken stop)
    {
        if (person is not { Name: { } name, Phone: { } phone })
        {
            return [];
        }

        var (namePrint, phonePrint) = (seal.NamePrint(name), seal.PhonePrint(phone));
        var keys = await db.Requesters.AsNoTracking().Where(row => row.PhonePrint == phonePrint && row.NamePrint == namePrint)
            .OrderByDescending(row => row.RequestId).Take(MostRead).Select(row => row.RequestId).ToListAsync(stop);
        return keys.Count == 0 ? [] : await AlikeAsync(scope.Requests(clerk).Where(row => keys.Contains(row.Id)), service, words, stop);
    }

    private async Task<IReadOnlyList<LikeMatter>> AlikeAsync(IQueryable<Request> own, Service service, string words, CancellationToken stop)
    {
        var (numbers, now) = ((await settings.InForceAsync(stop)).Same, clock.GetUtcNow());
        var since = now.AddDays(-numbers.Days);
        var codes = await db.Services.AsNoTracking().Where(row => row.Code == service.Code).Select(row => row.Id).ToListAsync(stop);
        var rows = await own.AsNoTracking()
            .Where(row => row.SubmittedAt >= since && (row.ClosedAt == null || (row.State == RequestState.Closed && row.ClosedAt >= since)))
            .OrderByDescending(row => row.Id).Take(MostRead)
            .Select(row => new { row.Reference, row.Title, row.Words, row.ServiceId, row.State, row.Visibility, row.CurrentUnit, row.SubmittedAt }).ToListAsync(stop);
        var alike = new List<LikeMatter>();
        foreach (var row in rows.Where(row => (codes.Contains(row.ServiceId) && !service.IsGeneral) || Likeness.Of(words, row.Words) >= numbers.WordsPercent).Take(Most))
        {
            alike.Add(new LikeMatter(row.Reference, row.Title, row.State, row.Visibility, (await units.FindAsync(row.CurrentUnit, stop))?.ShortName ?? "工会", row.SubmittedAt));
        }

        return alike;
    }

    private async Task<Guid> SinceAsync(CancellationToken stop) => TimeKey.At(clock.GetUtcNow().AddDays(-(await settings.InForceAsync(stop)).Same.Days));
}

/// <summary>A request that may be the same matter.</summary>
internal sealed record LikeMatter(string Reference, string Title, RequestState State, Visibility Visibility, string Unit, DateTimeOffset SubmittedAt)
{
    /// <summary>The answer of a form that it is another matter.</summary>
    public const string Other = "new";

    /// <summary>False for what names somebody or is to be kept closer than this one: among its words that would be lost.</summary>
    public bool Takes(NewRequest asked) => asked.Accused is null && asked.Visibility <= Visibility;
}
