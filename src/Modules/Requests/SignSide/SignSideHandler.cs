using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.SignSide;

/// <summary>A unit beside the lead takes its order on; one that was called checks in.</summary>
internal sealed class SignSideHandler(RequestDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, Guid order, CancellationToken stop) => desk.ActAsync(
        Act.Side, actor, reference, null, request => Task.FromResult(request.SignSide(request.Side(order)!, actor, clock.GetUtcNow())), stop, request => request.Side(order)?.UnitId);
}
