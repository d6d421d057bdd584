using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.OpenIdentity;

/// <summary>Opens a sealed identity: with a reason the worker reads, on the record, and never by the worker's own unit; that of a report only when somebody else has agreed.</summary>
internal sealed class OpenIdentityHandler(IdentityDesk desk, SecondPersons second, RequestsDb db, IdentitySeal seal, TimeProvider clock)
{
    public async Task<Result<Person>> HandleAsync(Actor actor, string reference, string reason, CancellationToken stop)
    {
        var found = await desk.FindAsync(actor, reference, stop);
        if (found.Value is not var (request, unit))
        {
            return found.Refusal!;
        }

        var now = clock.GetUtcNow();
        if (request.NeedsSecondPerson)
        {
            if ((await desk.AsksAsync(request.Id, stop)).Find(ask => ask.Opens(actor.Account, now)) is not { } consent)
            {
                return IdentityRefusals.Second;
            }

            reason = $"{consent.Reason}（{consent.DecidedName}同意）";
        }

        var requester = await db.Requesters.AsNoTracking().SingleAsync(row => row.RequestId == request.Id, stop);
        request.OpenIdentity(unit, reason, actor, now);
        var saved = await desk.SaveAsync(actor, stop, reason);
        return saved.Refusal is { } refusal ? refusal : seal.Open(requester);
    }

    /// <summary>Asks that somebody else agrees.</summary>
    public async Task<Result> AskAsync(Actor actor, string reference, string reason, CancellationToken stop)
    {
        var found = await desk.FindAsync(actor, reference, stop);
        if (found.Value is not var (request, unit))
        {
            return found.Refusal!;
        }

        if ((await desk.AsksAsync(request.Id, stop)).Exists(ask => ask.IsOpen && ask.AskedBy == actor.Account))
        {
            return IdentityRefusals.Asked;
        }

        if ((await second.OfAsync(request.Id, unit, actor.Account!.Value, stop)).Count == 0)
        {
            return IdentityRefusals.Nobody;
        }

        db.IdentityAsks.Add(request.AskIdentity(unit, reason, actor.Account.Value, actor, clock.GetUtcNow()));
        return await desk.SaveAsync(actor, stop, reason);
    }

    /// <summary>不申请了.</summary>
    public async Task<Result> GiveUpAsync(Actor actor, string reference, CancellationToken stop)
    {
        var found = await desk.FindAsync(actor, reference, stop);
        if (found.Value is not var (request, _))
        {
            return found.Refusal!;
        }

        var own = (await desk.AsksAsync(request.Id, stop)).Find(ask => ask.IsOpen && ask.AskedBy == actor.Account);
        var given = own?.GiveUp(request.Reference, "不申请了", clock.GetUtcNow()) ?? IdentityRefusals.Decided;
        return given.Succeeded ? await desk.SaveAsync(actor, stop) : given;
    }
}
