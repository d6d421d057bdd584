using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.SayFeedback;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the worker that it ended and asks how, by a link that needs no account; and again where his own page asks in place of a caller.</summary>
internal sealed class AskForWord(RequestsDb db, NoticeBoard board, FeedbackLinks links) : IEventHandler<RequestClosed>, IEventHandler<FollowUpPlanned>
{
    private const string Kind = "word-asked";

    private static readonly Actor Platform = Actor.Platform("提醒");

    public async Task HandleAsync(RequestClosed happened, CancellationToken stop)
    {
        if (WordsAtTheEnd(happened.Outcome, happened.Rating) is { } words && await db.FindAsync(happened.Reference, stop) is { ClosedAt: not null } request)
        {
            await SendAsync(request, words, stop);
        }
    }

    public async Task HandleAsync(FollowUpPlanned happened, CancellationToken stop)
    {
        if (happened.Means == FollowUpMeans.OwnPage
            && await db.FollowUps.AsNoTracking().SingleAsync(row => row.Id == happened.FollowUp, stop) is { IsOpen: true } planned
            && await db.Requests.AsNoTracking().SingleAsync(row => row.Id == happened.Request, stop) is { ClosedAt: not null } request
            && !WasAskedAtTheEnd(request, planned))
        {
            await SendAsync(request, "工会回访，不打电话，请您点开说一句：解决没有、满意不满意", stop);
        }
    }

    private static bool WasAskedAtTheEnd(Request request, FollowUp planned) =>
        planned.PlannedAt == request.ClosedAt && planned.AskedAgainAt is null && WordsAtTheEnd(request.Outcome!.Value, request.Rating) is not null;

    private static string? WordsAtTheEnd(Outcome outcome, Rating? rating) => outcome switch
    {
        Outcome.Silent => "先办结了。解决没有、满意不满意，点开说一句",
        Outcome.Solved when rating is null => "办结了，办得怎么样，点开说一句",
        _ => null,
    };

    private async Task SendAsync(Request request, string words, CancellationToken stop)
    {
        var account = await db.Requesters.AsNoTracking().Where(row => row.RequestId == request.Id).Select(row => row.Account).SingleOrDefaultAsync(stop);
        if (account is { } worker && await board.SendAsync(db.Context, [worker], $"{Reference.Spoken(request.Reference)}：{words}", await links.IssueAsync(request, stop), Kind, stop) > 0)
        {
            db.Context.Happened(new WorkerTold(request.Id, Kind));
            await db.SaveAsync(Platform, stop);
        }
    }
}
