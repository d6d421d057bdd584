using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Letters;

/// <summary>What the union says to the writer of a letter goes to him as mail: answers, questions, where to turn. Each once, however often this runs.</summary>
internal sealed class AnswerByMail(RequestsDb db, MailCorrespondence mails, LetterWords letters, TimeProvider clock) :
    IEventHandler<RequestReplied>, IEventHandler<WorkerAsked>, IEventHandler<RequestClosed>, IEventHandler<MailFailed>
{
    private static readonly Actor Mail = Actor.Platform("回信");

    private static readonly IReadOnlyList<TimelineKind> Said = [TimelineKind.Replied, TimelineKind.Asked, TimelineKind.Declined];

    public Task HandleAsync(RequestReplied happened, CancellationToken stop) => WriteAsync(happened.Request, stop);

    public Task HandleAsync(WorkerAsked happened, CancellationToken stop) => WriteAsync(happened.Request, stop);

    public Task HandleAsync(RequestClosed happened, CancellationToken stop) => happened.Outcome == Outcome.Declined ? WriteAsync(happened.Request, stop) : Task.CompletedTask;

    /// <summary>The mail server gave it up: for the desk that is as good as a bounce, and told once for what was said last.</summary>
    public async Task HandleAsync(MailFailed happened, CancellationToken stop)
    {
        if (await mails.OfKeyAsync(happened.Key, stop) is { } thread && await letters.RequestOfAsync(thread, stop) is { } request
            && request.Timeline.OrderByDescending(entry => entry.Id).FirstOrDefault(entry => entry.Kind == TimelineKind.MailBounced || Said.Contains(entry.Kind))?.Kind != TimelineKind.MailBounced)
        {
            request.Bounce($"寄给职工的信没有发出去：{happened.Reason}", Mail, clock.GetUtcNow());
            await db.SaveAsync(Mail, stop);
        }
    }

    /// <summary>To its own writer, and to those of letters that are handled under it.</summary>
    private async Task WriteAsync(RequestId request, CancellationToken stop)
    {
        var threads = await (
            from mail in db.Mails.AsNoTracking()
            join row in db.Requests on mail.RequestId equals row.Id
            where row.Id == request || row.HeadId == request
            select new { mail.ThreadId, row.Reference, row.MergedAt }).ToListAsync(stop);
        var said = threads.Count == 0 ? [] : await db.Timeline.AsNoTracking()
            .Where(entry => entry.RequestId == request && entry.IsPublic && entry.Text != null && Said.Contains(entry.Kind)).OrderBy(entry => entry.Id).ToListAsync(stop);
        var wrote = false;
        foreach (var thread in threads)
        {
            foreach (var entry in said.Where(entry => thread.MergedAt is null || entry.At >= thread.MergedAt))
            {
                wrote |= await mails.WriteAsync(thread.ThreadId, $"letter-{thread.ThreadId}-{entry.Id:N}", Words(entry, thread.Reference), isAutomatic: false, stop);
            }
        }

        if (wrote)
        {
            await db.SaveAsync(Mail, stop);
        }
    }

    private static string Words(TimelineEntry entry, string reference) => $"""
        {entry.Text}

        {entry.Kind switch
    {
        TimelineKind.Asked => "请直接回这封信告诉我们。",
        TimelineKind.Replied => "还有要说的，直接回这封信。没有解决，请在网站的“查进度”里填编号和口令，点“没解决”，会换上一级的同志来看。",
        _ => "还有要说的，直接回这封信。",
    }}
        编号：{Reference.Spoken(reference)}
        """;
}
