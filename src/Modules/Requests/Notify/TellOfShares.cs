using UnionHall.Platform.Jobs;

namespace UnionHall.Requests.Notify;

/// <summary>Tells whoever has it that somebody outside wrote back.</summary>
internal sealed class TellOfShares(DeskNotices notices) : IEventHandler<OutsideAnswered>
{
    public async Task HandleAsync(OutsideAnswered happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "outside-answered", "外面的人回话了，收在内部记录里", "", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);
}
