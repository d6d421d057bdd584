using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Following;
using UnionHall.Text;

namespace UnionHall.Requests.WithdrawRequest;

/// <summary>The worker takes his request back.</summary>
internal sealed class WithdrawRequestHandler(WorkerDesk desk, TimeProvider clock)
{
    private const int ReasonMost = 200;

    public async Task<Result> HandleAsync(Actor actor, string reference, string? typed, CancellationToken stop)
    {
        var reason = PlainText.Clean(typed);
        return PlainText.CountCodePoints(reason) is > ReasonMost and var count
            ? Result.Refuse("reason-too-long", $"写了 {count} 个字，最多 {ReasonMost} 个，请短一点。", nameof(WithdrawRequestForm.Reason))
            : await desk.ActAsync(
                actor, reference, (request, worker) => Task.FromResult(request.Withdraw(reason.Length == 0 ? null : reason, worker, clock.GetUtcNow())), stop);
    }
}
