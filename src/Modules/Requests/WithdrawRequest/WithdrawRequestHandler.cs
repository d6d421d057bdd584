using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.UnmergeRequest;
using UnionHall.Text;

namespace UnionHall.Requests.WithdrawRequest;

/// <summary>The worker takes his request back.</summary>
internal sealed class WithdrawRequestHandler(WorkerDesk desk, RequestsDb db, UnmergeRequestHandler merges, CollectiveDesk collectives, TimeProvider clock)
{
    private const int ReasonMost = 200;

    private static readonly Actor Platform = Actor.Platform("并案");

    public async Task<Result> HandleAsync(Actor actor, string reference, string? typed, CancellationToken stop)
    {
        var reason = PlainText.Clean(typed);
        return PlainText.CountCodePoints(reason) is > ReasonMost and var count
            ? Result.Refuse("reason-too-long", $"写了 {count} 个字，最多 {ReasonMost} 个，请短一点。", nameof(WithdrawRequestForm.Reason))
            : await desk.ActAsync(
                actor, reference, (request, worker) => WithdrawAsync(request, reason.Length == 0 ? null : reason, worker, stop), stop);
    }

    /// <summary>What stood under it goes on by itself; what it stood under is told.</summary>
    private async Task<Result> WithdrawAsync(Request request, string? reason, Actor worker, CancellationToken stop)
    {
        var head = request.HeadId is { } key ? await db.Requests.Include(row => row.Orders).SingleAsync(row => row.Id == key, stop) : null;
        var kind = request.MergedAs;
        var result = request.Withdraw(reason, worker, clock.GetUtcNow());
        if (result.Succeeded)
        {
            if (head is not null)
            {
                head.LetGo(request, kind, "职工撤回了", worker, clock.GetUtcNow());
                await collectives.LeaveAsync(request, head.Id, stop);
            }

            await merges.ReleaseAsync(request, "那件的职工撤回了，这件接着单独办", Platform, stop);
        }

        return result;
    }
}
