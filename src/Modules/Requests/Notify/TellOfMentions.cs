using UnionHall.Platform.Jobs;

namespace UnionHall.Requests.Notify;

/// <summary>Tells those whom an internal note names.</summary>
internal sealed class TellOfMentions(DeskNotices notices) : IEventHandler<ColleaguesMentioned>
{
    public Task HandleAsync(ColleaguesMentioned happened, CancellationToken stop) =>
        notices.SendAsync(happened.Request, happened.Reference, "colleagues-mentioned", "内部记录里提到了您", "?show=internal", happened.Accounts, stop);
}
