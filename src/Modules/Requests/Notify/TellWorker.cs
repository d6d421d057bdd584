using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the worker, where he has an account, that something waits for him.</summary>
internal sealed class TellWorker(RequestsDb db, NoticeBoard board) :
    IEventHandler<WorkerAsked>, IEventHandler<RequestReplied>, IEventHandler<RequestClosed>, IEventHandler<IdentityOpened>,
    IEventHandler<ClockPaused>, IEventHandler<UrgencySet>, IEventHandler<ClockExtended>, IEventHandler<ClockResumed>, IEventHandler<ClockRecomputed>,
    IEventHandler<RequestEscalated>, IEventHandler<RequestReportedUp>, IEventHandler<RequestMerged>, IEventHandler<RequestUnmerged>
{
    private static readonly Actor Platform = Actor.Platform("提醒");

    /// <summary>What those are told too whose requests are handled under it, each by his own reference.</summary>
    private static readonly string[] ToAll =
        ["request-replied", "request-closed", "clock-paused", "clock-extended", "clock-resumed", "clock-recomputed", "request-escalated", "request-reported-up"];

    public Task HandleAsync(WorkerAsked happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "worker-asked", "工会问您一句，等您回话", stop);

    public Task HandleAsync(RequestReplied happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "request-replied", "有答复了，看看解决没有", stop);

    public Task HandleAsync(RequestClosed happened, CancellationToken stop) => happened.Outcome is Outcome.Declined or Outcome.Unsolved
        ? TellAsync(happened.Request, happened.Reference, "request-closed", "办完了，看看结果", stop)
        : Task.CompletedTask;

    public Task HandleAsync(IdentityOpened happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "identity-opened", "有人看了您的姓名和电话，看看是谁、为什么", stop);

    public Task HandleAsync(ClockPaused happened, CancellationToken stop) => TellAsync(
        happened.Request, happened.Reference, "clock-paused", happened.Deferred ? "现在解决不了，定了日子再看，看看原因" : "时限先停一下，看看原因和新的日子", stop);

    public Task HandleAsync(ClockExtended happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "clock-extended", "答复的日子往后推了，看看原因", stop);

    public Task HandleAsync(UrgencySet happened, CancellationToken stop) => happened.Before == happened.DueAt
        ? Task.CompletedTask
        : TellAsync(happened.Request, happened.Reference, "promise-moved", happened.DueAt > happened.Before ? "答复的日子往后推了，看看原因" : "答复的日子提前了", stop);

    public Task HandleAsync(ClockResumed happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "clock-resumed", "接着办了，看看哪天答复您", stop);

    public Task HandleAsync(RequestEscalated happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "request-escalated", "交到上一级办了，看看现在在谁手里", stop);

    public Task HandleAsync(RequestReportedUp happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "request-reported-up", "请上一级来办了，看看现在在谁手里", stop);

    public Task HandleAsync(RequestMerged happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "request-merged", "和同一件事并在一起办了，看看在谁手里", stop);

    public Task HandleAsync(RequestUnmerged happened, CancellationToken stop) => TellAsync(happened.Request, happened.Reference, "request-unmerged", "又单独办了，看看哪天答复您", stop);

    /// <summary>A duty of the desk, which has no reference here, is not the worker's.</summary>
    public Task HandleAsync(ClockRecomputed happened, CancellationToken stop) => happened.Reference.Length > 0 && happened.Before != happened.After
        ? TellAsync(happened.Request, happened.Reference, "clock-recomputed", "答复的日子按放假安排重新算过", stop)
        : Task.CompletedTask;

    private async Task TellAsync(RequestId request, string reference, string kind, string words, CancellationToken stop)
    {
        var account = await db.Requesters.AsNoTracking().Where(row => row.RequestId == request).Select(row => row.Account).SingleOrDefaultAsync(stop);
        var told = await SendAsync(request, reference, account, kind, words, stop);
        foreach (var joined in ToAll.Contains(kind) ? await JoinedAsync(request, stop) : [])
        {
            told |= await SendAsync(joined.Id, joined.Reference, joined.Account, kind, words, stop);
        }

        if (told)
        {
            await db.SaveAsync(Platform, stop);
        }
    }

    private async Task<bool> SendAsync(RequestId request, string reference, AccountId? account, string kind, string words, CancellationToken stop)
    {
        if (account is not { } worker
            || await board.SendAsync(db.Context, [worker], $"{Reference.Spoken(reference)}：{words}", $"/requests/track/{reference}", kind, stop) == 0)
        {
            return false;
        }

        db.Context.Happened(new WorkerTold(request, kind));
        return true;
    }

    private async Task<List<(RequestId Id, string Reference, AccountId? Account)>> JoinedAsync(RequestId head, CancellationToken stop) =>
        (await db.Requests.AsNoTracking().Where(row => row.HeadId == head)
            .Join(db.Requesters, row => row.Id, person => person.RequestId, (row, person) => new { row.Id, row.Reference, person.Account }).ToListAsync(stop))
        .ConvertAll(row => (row.Id, row.Reference, row.Account));
}
