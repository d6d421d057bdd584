using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Platform.Jobs;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.TakeWeChat;

/// <summary>Tells who said it in WeChat, and linked no account, that something waits for him: by the talk it came from.</summary>
internal sealed class TellFollower(RequestsDb db, WeChatVoice voice) : IEventHandler<WorkerAsked>, IEventHandler<RequestReplied>, IEventHandler<RequestClosed>
{
    public Task HandleAsync(WorkerAsked happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "工会问您一句，等您回话", stop);

    public Task HandleAsync(RequestReplied happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "有答复了，看看解决没有", stop);

    public Task HandleAsync(RequestClosed happened, CancellationToken stop) => happened.Outcome is Outcome.Declined or Outcome.Unsolved
        ? TellAsync(happened.Request, happened.Reference, "办完了，看看结果", stop)
        : Task.CompletedTask;

    private async Task TellAsync(RequestId request, string reference, string words, CancellationToken stop)
    {
        var talk = await db.Requests.AsNoTracking()
            .Where(row => row.Id == request && row.Source == WeChatIntake.Source && db.Requesters.Any(person => person.RequestId == row.Id && person.Account == null))
            .Select(row => row.SourceKey).SingleOrDefaultAsync(stop);
        if (talk is not null)
        {
            await voice.TellAsync(new WeChatTalkId(new Guid(talk)), $"{Reference.Spoken(reference)}：{words}\n{WeChatWords.Site}/requests/track", stop);
        }
    }
}
