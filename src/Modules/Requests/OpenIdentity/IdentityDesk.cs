using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenIdentity;

/// <summary>Who may open an identity, or agree that it is opened: a post from outside the worker's own union that reaches the request.</summary>
internal sealed class IdentityDesk(RequestDesk desk, RequestsDb db, Scope scope, OwnUnit ownUnit)
{
    private static readonly Refusal NotSealed = new("not-sealed", "这件没有封存的身份可看。");

    private static readonly Refusal Barred = new("own-unit", "这位职工选了对本单位保密，他所在单位的人不能看他是谁。");

    /// <summary>The request and the unit for which this person acts.</summary>
    public async Task<Result<(Request Request, UnitId Unit)?>> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        if (await desk.FindAsync(actor, reference, stop) is not { } request)
        {
            return DeskRefusals.NotFound;
        }

        if (request.Visibility != Visibility.Hidden)
        {
            return NotSealed;
        }

        var outside = await ownUnit.WithoutItAsync(actor, request.WorksAt, stop);
        return await scope.ReachingAsync(outside, request.Id, Permission.OpenIdentity, stop) is [var grant, ..]
            ? new Result<(Request Request, UnitId Unit)?>((request, grant.Unit), null)
            : Barred;
    }

    /// <summary>Newest first.</summary>
    public Task<List<IdentityAsk>> AsksAsync(RequestId request, CancellationToken stop) =>
        db.IdentityAsks.Where(ask => ask.RequestId == request).OrderByDescending(ask => ask.Id).ToListAsync(stop);

    public Task<Result> SaveAsync(Actor actor, CancellationToken stop, string? reason = null) => desk.SaveAsync(actor, stop, reason);
}
