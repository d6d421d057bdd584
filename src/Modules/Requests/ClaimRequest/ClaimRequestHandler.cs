using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.ClaimRequest;

/// <summary>Puts a request that was filed by name without an account into the worker's own list. Whoever wanted not to be known stays so.</summary>
internal sealed class ClaimRequestHandler(RequestsDb db, TrackRequestHandler tracking)
{
    public async Task<Result<RequestId>> HandleAsync(Actor actor, string? reference, string? passphrase, CancellationToken stop)
    {
        if (actor.Account is not { } account)
        {
            return new Refusal("not-signed-in", "先登录，再把这件事放进来。");
        }

        var opened = await tracking.HandleAsync(reference, passphrase, stop);
        return opened.Refusal is { } refusal ? refusal : await ClaimAsync(actor, account, opened.Value, stop);
    }

    private async Task<Result<RequestId>> ClaimAsync(Actor actor, AccountId account, RequestId id, CancellationToken stop)
    {
        var visibility = await db.Requests.Where(request => request.Id == id).Select(request => request.Visibility).SingleAsync(stop);
        if (visibility != Visibility.Named)
        {
            return new Refusal("stays-unknown", $"这件事您选的是“{visibility.Chinese()}”，不挂到账号上。凭编号和口令随时能看。");
        }

        var requester = await db.Requesters.SingleAsync(row => row.RequestId == id, stop);
        if (requester.Account is { } owner && owner != account)
        {
            return new Refusal("claimed", "这件事已经在另一个账号里了。凭编号和口令仍然能看。");
        }

        if (requester.Account is null)
        {
            requester.Account = account;
            db.Context.Happened(new RequestClaimed(id));
            await db.SaveAsync(actor with { Name = "职工" }, stop);
        }

        return id;
    }
}
