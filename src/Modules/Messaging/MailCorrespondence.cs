using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;

namespace UnionHall.Messaging;

/// <summary>Writes to the sender of a letter, from the box and into the thread. Every mail comes from an address of its own, known to nobody but him.</summary>
public sealed class MailCorrespondence
{
    private const int TokenLength = 20;
    private const string TokenLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    private static readonly TimeSpan BetweenReceipts = TimeSpan.FromHours(1);

    private readonly MailDb db;
    private readonly MailSeal seal;
    private readonly MailOutbox outbox;
    private readonly TimeProvider clock;

    internal MailCorrespondence(MailDb db, MailSeal seal, MailOutbox outbox, TimeProvider clock) => (this.db, this.seal, this.outbox, this.clock) = (db, seal, outbox, clock);

    /// <summary>Adds a mail to the context; the caller saves. What was written under this key before is not written again.</summary>
    /// <param name="key">Of this mail alone.</param>
    /// <param name="words">The words, as lines.</param>
    /// <param name="isAutomatic">True where nobody wrote them.</param>
    /// <returns>False where nothing was added.</returns>
    public async Task<bool> WriteAsync(MailThreadId thread, string key, string words, bool isAutomatic, CancellationToken stop)
    {
        var id = MailOutbox.MessageIdOf(key);
        var print = seal.MessagePrint(id);
        if (await db.Threads.FindAsync([thread], stop) is not { } known || await db.Marks.AnyAsync(mark => mark.Print == print, stop))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var box = await db.Boxes.AsNoTracking().SingleAsync(row => row.Id == known.BoxId, stop);
        var trail = seal.OpenTrail(known.Trail);
        if (!MailOutbox.CanReach(trail.Address))
        {
            return false;
        }

        var token = RandomNumberGenerator.GetString(TokenLetters, TokenLength);
        db.Marks.Add(new MailThreadMark { Print = seal.TokenPrint(token), ThreadId = thread, IsToken = true, MadeAt = now });
        db.Marks.Add(new MailThreadMark { Print = print, ThreadId = thread, MadeAt = now });
        known.Trail = seal.Trail(trail.With(id));
        var mail = new OutgoingMail
        {
            From = box.HasPlus ? BoxAddress.With(box.Address, token) : box.Address,
            FromName = box.Name,
            To = trail.Address,
            Subject = MailSubject.Answering(trail.Subject),
            Text = words,
            InReplyTo = trail.Last,
            References = trail.Ids,
            IsAutomatic = isAutomatic,
            Key = key,
        };
        outbox.Add(db.Context, mail, now);
        return true;
    }

    /// <summary>Says at once that his letter came: to one sender once an hour, so that two machines never talk to each other.</summary>
    /// <returns>False where he was told within the hour.</returns>
    public async Task<bool> AcknowledgeAsync(MailThreadId thread, string key, string words, CancellationToken stop)
    {
        var (now, known) = (clock.GetUtcNow(), (await db.Threads.FindAsync([thread], stop))!);
        var since = now - BetweenReceipts;
        if (await db.Threads.AnyAsync(other => other.SenderPrint == known.SenderPrint && other.AcknowledgedAt > since, stop) || !await WriteAsync(thread, key, words, isAutomatic: true, stop))
        {
            return false;
        }

        known.Acknowledge(now);
        return true;
    }

    /// <summary>The correspondence in which a mail with this key was written; null where it was none of them.</summary>
    public async Task<MailThreadId?> OfKeyAsync(string key, CancellationToken stop)
    {
        var print = seal.MessagePrint(MailOutbox.MessageIdOf(key));
        return await db.Marks.AsNoTracking().Where(mark => mark.Print == print).Select(mark => (MailThreadId?)mark.ThreadId).SingleOrDefaultAsync(stop);
    }
}
