using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>On which units a request hangs, for the administrator who is asked why someone can or cannot see it.</summary>
internal sealed class RequestAccess(RequestsDb db, KeptAway kept, MailRoom room, StaffDirectory staff, UnitDirectory units) : IAccessSubject
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

        var (readers, others) = await LetterAsync(request, stop);
        var places = request.Orders.Select(order => order.UnitId).Distinct().Where(unit => request.MailBoxId is null || unit != request.Owner)
            .Select(unit => new AccessPlace(unit, unit == request.CurrentUnit ? "现在办理的单位" : unit == request.Owner ? "首接单位" : "经手过的单位"));
        var under = await db.Orders.AsNoTracking().Where(order => order.RequestId == request.HeadId).Select(order => order.UnitId).Distinct().ToListAsync(stop);
        var away = await kept.OfAsync(request.Id, stop);
        return new AccessSubject(
            Reference.Spoken(request.Reference),
            await SeeingAsync(places.Concat(under.Select(unit => new AccessPlace(unit, "经手并在一起那件的单位"))), away, stop),
            readers,
            [.. away.People.Select(account => new AccessPerson(account, "按回避规定")), .. others]);
    }

    /// <summary>Of a letter: who reads its box, and who stands at or over the unit of the box and all the same does not see it.</summary>
    private async Task<(IReadOnlyList<AccessPerson> Readers, IReadOnlyList<AccessPerson> Others)> LetterAsync(Request request, CancellationToken stop)
    {
        if (request.MailBoxId is not { } box)
        {
            return ([], []);
        }

        var readers = await room.ReadersAsync(box, stop);
        var reached = await db.Reach.AsNoTracking().Where(row => row.RequestId == request.Id).Select(row => row.UnitId).ToListAsync(stop);
        var over = (await units.LineageAsync(request.Owner, stop)).Select(unit => unit.UnitId).Except(reached).ToList();
        var inside = (await staff.AtAsync(reached, stop)).Select(one => one.AccountId);
        var others = (await staff.AtAsync(over, stop)).Select(one => one.AccountId).Distinct().Except(readers).Except(inside);
        return ([.. readers.Select(account => new AccessPerson(account, "看这个信箱的同志"))], [.. others.Select(account => new AccessPerson(account, "信是写给主席的，没有转给他的单位"))]);
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
