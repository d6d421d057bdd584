using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.CancelSide;

/// <summary>The lead calls a unit off.</summary>
internal sealed class CancelSideHandler(RequestDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, Guid order, WordsForm form, CancellationToken stop) => desk.ActAsync(
        Act.HoldSide, actor, reference, form.Seen,
        request => Task.FromResult(request.Side(order) is { } side ? request.CancelSide(side, form.Words, actor, clock.GetUtcNow()) : HopRefusals.SideEnded), stop);
}
