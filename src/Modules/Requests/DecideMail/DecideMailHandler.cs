using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Messaging;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Letters;

namespace UnionHall.Requests.DecideMail;

/// <summary>A reader of the box decides over a mail that was not taken in.</summary>
internal sealed class DecideMailHandler(RequestsDb db, MailRoom room, IncomingMail mails, LetterIntake letters, LetterWords replies, LetterReceipts receipts)
{
    private static readonly Refusal Taken = new("mail-taken", "这封信已经收下了，到诉求里去看。");

    private static readonly Refusal NotThrownAway = new("mail-not-thrown-away", "这封信没有丢掉，不用拿回来。");

    private static readonly Refusal NoCase = new("mail-no-case", "这封信没有接得上的那件事，可以收成一件新的。");

    /// <summary>Null where there is none, or it is in a box that he does not read.</summary>
    public async Task<ReceivedMail?> FindAsync(Actor actor, MailInId key, CancellationToken stop) =>
        await mails.ReadAsync(key, stop) is { } mail && (await room.BoxesOfAsync(actor, stop)).Any(box => box.Id == mail.Box.Id) ? mail : null;

    /// <returns>The reference.</returns>
    public Task<Result<string>> MakeRequestAsync(Actor actor, MailInId key, CancellationToken stop) => DecideAsync(actor, key, async mail =>
    {
        var made = await letters.TakeAsync(mail, stop);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        // Whoever is no person is not written to, even when somebody files what came from there.
        if (mail.Verdict is not (MailVerdict.Automatic or MailVerdict.Bounce))
        {
            await receipts.AcknowledgeAsync(mail, made.Value!, stop);
        }

        return made.Value!.Request.Reference;
    }, stop);

    /// <summary>The reader says that it is the same person's, although another address wrote.</summary>
    /// <returns>The reference.</returns>
    public Task<Result<string>> JoinAsync(Actor actor, MailInId key, CancellationToken stop) => DecideAsync(actor, key, async mail =>
        mail.Thread is null ? NoCase : await replies.AddAsync(mail, stop) is { Refusal: { } refusal } ? refusal : (await replies.RequestOfAsync(mail.Thread, stop))!.Reference, stop);

    public Task<Result<string>> ThrowAwayAsync(Actor actor, MailInId key, CancellationToken stop) => DecideAsync(actor, key, mail =>
    {
        mails.ThrowAway(mail);
        return Task.FromResult<Result<string>>("");
    }, stop);

    public Task<Result<string>> TakeBackAsync(Actor actor, MailInId key, CancellationToken stop) => DecideAsync(actor, key, mail =>
    {
        if (mail.State != MailState.ThrownAway)
        {
            return Task.FromResult<Result<string>>(NotThrownAway);
        }

        mails.TakeBack(mail);
        return Task.FromResult<Result<string>>("");
    }, stop);

    private async Task<Result<string>> DecideAsync(Actor actor, MailInId key, Func<ReceivedMail, Task<Result<string>>> decide, CancellationToken stop)
    {
        if (await FindAsync(actor, key, stop) is not { } mail)
        {
            return Acting.DeskRefusals.NotFound;
        }

        var decided = mail.State == MailState.Taken ? Taken : await decide(mail);
        try
        {
            if (decided.Succeeded)
            {
                await db.SaveAsync(actor, stop);
                return decided;
            }
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } })
        {
            decided = Taken;
        }

        db.Context.ChangeTracker.Clear();
        return decided;
    }
}
