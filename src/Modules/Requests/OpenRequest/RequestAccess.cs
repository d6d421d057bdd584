using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.OpenRequest;

/// <summary>On which units a request hangs, for the administrator who is asked why someone can or cannot see it.</summary>
internal sealed class RequestAccess(RequestsDb db, KeptAway kept) : IAccessSubject
{
    public string Kind => "request";

    public string Chinese => "诉求";

    public Permission Needs => Permission.ReadRequests;

    public async Task<AccessSubject?> FindAsync(string reference, CancellationToken stop)
    {
        if (Reference.Parse(reference) is not { } number || await db.Requests.AsNoTracking().Include(row => row.Orders).SingleOrDefaultAsync(row => row.Reference == number, stop) is not { } request)
        {
            return null;
        }

        var places = request.Orders.Select(order => order.UnitId).Distinct()
            .Select(unit => new AccessPlace(unit, unit == request.CurrentUnit ? "现在办理的单位" : unit == request.Owner ? "首接单位" : "经手过的单位"));
        var under = await db.Orders.AsNoTracking().Where(order => order.RequestId == request.HeadId).Select(order => order.UnitId).Distinct().ToListAsync(stop);
        var away = await kept.OfAsync(request.Id, stop);
        return new AccessSubject(
            Reference.Spoken(request.Reference),
            await SeeingAsync(places.Concat(under.Select(unit => new AccessPlace(unit, "经手并在一起那件的单位"))), away, stop),
            [],
            [.. away.People.Select(account => new AccessPerson(account, "按回避规定"))]);
    }

    /// <summary>Each place once, without the units it is about.</summary>
    private async Task<IReadOnlyList<AccessPlace>> SeeingAsync(IEnumerable<AccessPlace> places, Away away, CancellationToken stop)
    {
        var seeing = new List<AccessPlace>();
        foreach (var place in places.DistinctBy(place => place.Unit))
        {
            if (!await kept.CoversAsync(away, place.Unit, stop))
            {
                seeing.Add(place);
            }
        }

        return seeing;
    }
}
