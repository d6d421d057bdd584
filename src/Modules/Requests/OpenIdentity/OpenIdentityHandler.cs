using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.OpenIdentity;

/// <summary>Opens a sealed identity: with a reason the worker reads, on the record, and never by the worker's own unit.</summary>
internal sealed class OpenIdentityHandler(RequestDesk desk, RequestsDb db, Scope scope, OwnUnit ownUnit, IdentitySeal seal, TimeProvider clock)
{
    private static readonly Refusal NotSealed = new("not-sealed", "这件没有封存的身份可看。");

    private static readonly Refusal Barred = new("own-unit", "这位职工选了对本单位保密，他所在单位的人不能看他是谁。");

    public async Task<Result<Person>> HandleAsync(Actor actor, string reference, string reason, CancellationToken stop)
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
        if (await scope.ReachingAsync(outside, request.Id, Permission.OpenIdentity, stop) is not [var grant, ..])
        {
            return Barred;
        }

        var requester = await db.Requesters.AsNoTracking().SingleAsync(row => row.RequestId == request.Id, stop);
        request.OpenIdentity(grant.Unit, reason, actor, clock.GetUtcNow());
        var saved = await desk.SaveAsync(actor, stop, reason);
        return saved.Refusal is { } refusal ? refusal : seal.Open(requester);
    }
}
