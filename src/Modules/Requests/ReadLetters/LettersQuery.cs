using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.ReadLetters;

/// <summary>The letters of a case, for whoever reads their box.</summary>
internal sealed class LettersQuery(RequestsDb db, Scope scope, MailRoom room, IncomingMail mails)
{
    /// <summary>Null where there is no such case for this actor, or he does not read its box; none where it is no letter.</summary>
    public async Task<CaseLetters?> OfAsync(Actor actor, string reference, CancellationToken stop)
    {
        var number = Reference.Parse(reference);
        var request = number is null ? null : await scope.Requests(actor).AsNoTracking().Where(row => row.Reference == number)
            .Select(row => new { row.Id, row.Title, row.MailBoxId }).SingleOrDefaultAsync(stop);
        if (request is null || (request.MailBoxId is { } key && !(await room.BoxesOfAsync(actor, stop)).Any(box => box.Id == key)))
        {
            return null;
        }

        var threads = await db.Mails.AsNoTracking().Where(mail => mail.RequestId == request.Id).Select(mail => mail.ThreadId).ToListAsync(stop);
        return new CaseLetters(request.Title, await mails.OfAsync(threads, stop));
    }
}

/// <param name="Letters">Oldest first.</param>
internal sealed record CaseLetters(string Title, IReadOnlyList<ReceivedMail> Letters);
