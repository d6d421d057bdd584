using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AcknowledgeRequest;

/// <summary>签收.</summary>
internal sealed class AcknowledgeRequestHandler(RequestDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, CancellationToken stop) => desk.ActAsync(
        Act.Acknowledge, actor, reference, null, request => Task.FromResult(request.Acknowledge(actor, clock.GetUtcNow())), stop);
}
