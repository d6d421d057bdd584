using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Collectives;

/// <summary>Who takes part in one matter: kept with every merge and un-merge; the second person is reported upward at once. The caller saves.</summary>
internal sealed class CollectiveDesk(RequestsDb db, UpperUnit upper, TimeProvider clock)
{
    public async Task<Result> JoinAsync(Request request, Request head, MergeKind kind, string reason, ParticipantWay way, Actor actor, CancellationToken stop)
    {
        if (await BringsNearAsync(request, head, stop) || await BringsNearAsync(head, request, stop))
        {
            return MergeRefusals.Accused;
        }

        var now = clock.GetUtcNow();
        var merged = request.MergeInto(head, kind, reason, actor, now);
        if (!merged.Succeeded || kind != MergeKind.SameMatter)
        {
            return merged;
        }

        if (head.People == 2)
        {
            db.Participants.Add(Participant.Of(head.Id, head.Id, ParticipantWay.First, head.SubmittedAt));
            if (await upper.OfAsync(head, stop) is { } above)
            {
                head.ReportCollective(above.UnitId, actor, now);
            }
        }

        db.Participants.Add(Participant.Of(request.Id, head.Id, way, now));
        return merged;
    }

    /// <summary>He takes part no more; the last who is left is not a collective.</summary>
    public async Task LeaveAsync(Request request, RequestId head, CancellationToken stop)
    {
        var all = await OfAsync(head, stop);
        if (all.FirstOrDefault(one => one.RequestId == request.Id) is not { } own)
        {
            return;
        }

        db.Context.RemoveRange(all.Count > 2 ? [own] : all);
    }

    public Task<List<Participant>> OfAsync(RequestId head, CancellationToken stop) =>
        db.Participants.Where(one => one.HeadId == head).OrderBy(one => one.JoinedAt).ThenBy(one => one.RequestId).ToListAsync(stop);

    /// <summary>True when the other one, or what is under it, was at a unit, or is on the desk of somebody, whom this one is about and has not met so far.</summary>
    private async Task<bool> BringsNearAsync(Request request, Request other, CancellationToken stop)
    {
        var under = other.Joined == 0 ? [] : await db.Requests.AsNoTracking().Where(joined => joined.HeadId == other.Id).SelectMany(joined => joined.Orders).Select(order => order.UnitId).ToListAsync(stop);
        foreach (var unit in other.Orders.Select(order => order.UnitId).Union(under).Except(request.Orders.Select(order => order.UnitId)))
        {
            if (await upper.IsAccusedAsync(request, unit, stop))
            {
                return true;
            }
        }

        return other.Assignee is { } holder && await db.Accused.AnyAsync(one => one.RequestId == request.Id && one.Account == holder, stop);
    }
}
