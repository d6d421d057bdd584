using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.OpenRequest;

/// <summary>On which units a request hangs, for the administrator who is asked why someone can or cannot see it.</summary>
internal sealed class RequestAccess(RequestsDb db) : IAccessSubject
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
        return new AccessSubject(Reference.Spoken(request.Reference), [.. places], [], []);
    }
}
