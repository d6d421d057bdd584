using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.DeclineRequest;

/// <summary>Not ours to handle: the worker is told the right way.</summary>
internal sealed class DeclineRequestHandler(RequestDesk desk, EntryLimits limits, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => await limits.SendRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Decline, actor, reference, form.Seen, request => Task.FromResult(request.Decline(form.Words, actor, clock.GetUtcNow())), stop);
}
