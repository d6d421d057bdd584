using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ShowReceipt;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.JoinRequest;

/// <summary>我也是: a request of his own, with number and passphrase, that stands under the matter from the first moment.</summary>
internal sealed class JoinRequestHandler(RequestsDb db, RequestIntake intake, CollectiveDesk collectives, JoinLinks links, TrackedRequests tracked, Receipts receipts, TimeProvider clock)
{
    private static readonly Refusal Over = new("join-over", "这件事已经办完，或者地址换过了，不能再加入。您的情况可以另外说一件。");

    private static readonly Refusal Inside = new("join-inside", "您已经在里面了，在“我的事”里看进度。");

    /// <summary>The address of the receipt.</summary>
    public async Task<Result<string>> HandleAsync(Actor actor, string token, NewRequest asked, CancellationToken stop)
    {
        if (await links.OpenAsync(token, stop) is not { } head)
        {
            return Over;
        }

        if (!asked.Service.Visibility.Contains(EnumText.Code(asked.Visibility)))
        {
            return new Refusal("visibility-not-offered", $"“{asked.Service.Name}”这类事没法按“{asked.Visibility.Chinese()}”办，请换一种。", nameof(JoinRequestForm.Visibility));
        }

        if (await tracked.MayFollowAsync(head.Id, actor, stop) || await tracked.MayFollowUnderAsync(head.Id, actor, stop))
        {
            return Inside;
        }

        var worker = WorkerActor.Of(actor, asked.Visibility);
        var known = await db.Accused.AsNoTracking().Where(one => one.RequestId == head.Id).Select(one => new AccusedOne(one.Account, one.UnitId, one.Name)).ToListAsync(stop);
        var received = await intake.ReceiveAsync(asked with { Known = known }, worker, clock.GetUtcNow(), stop);
        var joined = await collectives.JoinAsync(received.Request, head, MergeKind.SameMatter, "职工凭地址加入", ParticipantWay.Link, worker, stop);
        if (joined.Refusal is { } refusal)
        {
            db.Context.ChangeTracker.Clear();
            return refusal;
        }

        var address = receipts.Issue(received);
        try
        {
            await db.SaveAsync(worker, stop);
            return address;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Context.ChangeTracker.Clear();
            return WorkerDesk.Collided;
        }
    }
}
