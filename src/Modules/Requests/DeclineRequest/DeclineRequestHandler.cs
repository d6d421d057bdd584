using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.DeclineRequest;

/// <summary>Not ours to handle: the worker is told the right way.</summary>
internal sealed class DeclineRequestHandler(RequestDesk desk, EntryLimits limits, TimeProvider clock)
{
    private static readonly Refusal Unfilled = new("unfilled", "还有“……”没换成真的部门、电话或地址。职工拿到要能用。", nameof(DeclineRequestForm.Text));

    public async Task<Result> HandleAsync(Actor actor, string reference, DeclineRequestForm form, CancellationToken stop) => await limits.RefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Decline,
        actor,
        reference,
        form.Seen,
        request => Task.FromResult(form.Words.Contains("……", StringComparison.Ordinal) ? Unfilled : request.Decline(form.Words, actor, clock.GetUtcNow())),
        stop);
}
