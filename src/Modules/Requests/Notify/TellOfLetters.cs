using UnionHall.Platform.Jobs;

namespace UnionHall.Requests.Notify;

/// <summary>Tells who has a letter that its writer was not reached.</summary>
internal sealed class TellOfLetters(DeskNotices notices) : IEventHandler<LetterBounced>
{
    public async Task HandleAsync(LetterBounced happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "letter-bounced", "给职工的信退回来了，他没有收到，看看还能怎么找到他", "", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);
}
