using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;

namespace UnionHall.Requests.Letters;

/// <summary>A reply by mail goes where a word of the worker's own page would go: an answer while he was asked, else something added.</summary>
internal sealed class LetterWords(RequestsDb db, IncomingMail mails, LetterFiles files, AddedWords added, TimeProvider clock)
{
    private static readonly Refusal Gone = new("letter-case-gone", "这封回信对应的那件事不在了。");

    private static readonly Actor Worker = new(null, WorkerActor.Name, []);

    /// <summary>The request this correspondence belongs to; null where there is none.</summary>
    public async Task<Request?> RequestOfAsync(MailThreadId? thread, CancellationToken stop)
    {
        var reference = await db.Mails.AsNoTracking().Where(row => row.ThreadId == thread)
            .Join(db.Requests, row => row.RequestId, request => request.Id, (_, request) => request.Reference).SingleOrDefaultAsync(stop);
        return reference is null ? null : await db.FindAsync(reference, stop);
    }

    /// <summary>The caller saves.</summary>
    public async Task<Result<Request>> AddAsync(ReceivedMail mail, CancellationToken stop)
    {
        if (await RequestOfAsync(mail.Thread, stop) is not { } request)
        {
            return Gone;
        }

        var (stored, lost) = await files.StoreAsync(mail, stop);
        var words = LetterIntake.WordsOf(mail);
        var entry = request.State == RequestState.Asked ? request.Answer(words, Worker, clock.GetUtcNow()) : await added.AddAsync(request, words, Worker, stop);
        if (entry.Refusal is { } refusal)
        {
            return refusal with { Sentence = $"{Reference.Spoken(request.Reference)} 的回信没有接上：{refusal.Sentence}" };
        }

        await files.AttachAsync(request, entry.Value!, stored, lost, stop);
        await mails.TakeAsync(mail, mail.Thread, stop);
        return request;
    }
}
