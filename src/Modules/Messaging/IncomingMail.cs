using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.Mime;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.Judge;

namespace UnionHall.Messaging;

/// <summary>
/// Opens mails that came in, and settles what becomes of them: in the context of whoever makes something of a mail, saved with it. Two who
/// settle one mail at once collide, and the second sees what the first did.
/// </summary>
public sealed class IncomingMail
{
    private static readonly TimeSpan KeptInSight = TimeSpan.FromDays(30);

    private readonly MailDb db;
    private readonly MailSeal seal;
    private readonly MailJudge judge;
    private readonly TimeProvider clock;

    internal IncomingMail(MailDb db, MailSeal seal, MailJudge judge, TimeProvider clock) => (this.db, this.seal, this.judge, this.clock) = (db, seal, judge, clock);

    /// <summary>Null where there is none, or its content was forgotten.</summary>
    public async Task<ReceivedMail?> ReadAsync(MailInId key, CancellationToken stop)
    {
        if (await db.Mails.SingleOrDefaultAsync(row => row.Id == key, stop) is not { Content: { } content } mail)
        {
            return null;
        }

        var box = await db.Boxes.AsNoTracking().SingleAsync(row => row.Id == mail.BoxId, stop);
        var read = MailReader.Read(seal.OpenContent(content));
        var found = await judge.FindAsync(mail, read, stop);
        mail.LookAt(read.From is { CanReceive: true } from ? seal.SenderPrint(from.Address) : null);
        return Opened(mail, box.Summary, read, found);
    }

    /// <summary>What is left of these boxes: what waits, and for thirty days what was kept out or thrown away. Newest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ListLeftAsync(IReadOnlyCollection<MailBoxId> boxes, int most, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - KeptInSight;
        var rows = await db.Mails.AsNoTracking()
            .Where(mail => boxes.Contains(mail.BoxId) && mail.State != MailState.Taken && (mail.State == MailState.Waiting || mail.State == MailState.New || mail.SettledAt > since))
            .OrderByDescending(mail => mail.State == MailState.Waiting).ThenByDescending(mail => mail.Id).Take(most).ToListAsync(stop);
        var known = (await db.Boxes.AsNoTracking().Where(box => boxes.Contains(box.Id)).ToListAsync(stop)).ToDictionary(box => box.Id, box => box.Summary);
        return [.. rows.Where(mail => mail.Content is not null).Select(mail =>
            Opened(mail, known[mail.BoxId], MailReader.Read(seal.OpenContent(mail.Content!)), new MailFinding(default, mail.Why, mail.ThreadId)))];
    }

    /// <summary>How many wait for a reader, by box; boxes where none waits are absent.</summary>
    public async Task<IReadOnlyDictionary<MailBoxId, int>> WaitingAsync(CancellationToken stop) =>
        await db.Mails.Where(mail => mail.State == MailState.Waiting).GroupBy(mail => mail.BoxId).Select(box => new { box.Key, Count = box.Count() }).ToDictionaryAsync(box => box.Key, box => box.Count, stop);

    /// <summary>The mails of a correspondence that were taken in, oldest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> OfAsync(IReadOnlyCollection<MailThreadId> threads, CancellationToken stop)
    {
        var keys = threads.Select(thread => (MailThreadId?)thread).ToList();
        var rows = await db.Mails.AsNoTracking().Where(mail => keys.Contains(mail.ThreadId) && mail.State == MailState.Taken && mail.Content != null).OrderBy(mail => mail.Id).ToListAsync(stop);
        var boxes = rows.Select(mail => mail.BoxId).Distinct().ToList();
        var known = (await db.Boxes.AsNoTracking().Where(box => boxes.Contains(box.Id)).ToListAsync(stop)).ToDictionary(box => box.Id, box => box.Summary);
        return [.. rows.Select(mail => Opened(mail, known[mail.BoxId], MailReader.Read(seal.OpenContent(mail.Content!)), new MailFinding(default, null, mail.ThreadId)))];
    }

    /// <summary>A letter begins a correspondence. Its sender must be one who can be answered.</summary>
    public MailThreadId Start(ReceivedMail letter)
    {
        var (ids, last) = IdsOf(letter);
        var trail = new MailTrail(letter.FromAddress, letter.Subject, [], last).With(ids);
        return db.Threads.Add(MailThread.Start(letter.Box.Id, seal.SenderPrint(letter.FromAddress), seal.Trail(trail), clock.GetUtcNow())).Entity.Id;
    }

    /// <summary>It became a request, or a part of one.</summary>
    public async Task TakeAsync(ReceivedMail mail, MailThreadId? thread, CancellationToken stop)
    {
        if (mail.Verdict == MailVerdict.Reply && await db.Threads.SingleAsync(row => row.Id == thread, stop) is { } known)
        {
            var (ids, last) = IdsOf(mail);
            known.Trail = seal.Trail((seal.OpenTrail(known.Trail) with { Last = last }).With(ids));
            known.Hear();
        }

        Tracked(mail.Id).Take(thread, clock.GetUtcNow());
    }

    /// <param name="why">A Chinese sentence for who reads the box.</param>
    public void Wait(ReceivedMail mail, string why) => Tracked(mail.Id).Wait(why, mail.Thread, clock.GetUtcNow());

    public void KeepOut(ReceivedMail mail, string why) => Tracked(mail.Id).KeepOut(why, mail.Thread, clock.GetUtcNow());

    public void ThrowAway(ReceivedMail mail) => Tracked(mail.Id).ThrowAway(clock.GetUtcNow());

    /// <summary>What was thrown away is where it was before.</summary>
    public void TakeBack(ReceivedMail mail) => Tracked(mail.Id).TakeBack(clock.GetUtcNow());

    /// <summary>A mail to the sender of this correspondence came back: so would those of his others.</summary>
    public async Task MarkBouncedAsync(MailThreadId thread, CancellationToken stop)
    {
        var sender = await db.Threads.Where(row => row.Id == thread).Select(row => row.SenderPrint).SingleAsync(stop);
        foreach (var one in await db.Threads.Where(row => row.SenderPrint == sender).ToListAsync(stop))
        {
            one.Bounce(clock.GetUtcNow());
        }
    }

    private MailIn Tracked(MailInId key) => db.Mails.Local.Single(mail => mail.Id == key);

    private (IReadOnlyList<string> Ids, string? Last) IdsOf(ReceivedMail mail)
    {
        var read = MailReader.Read(seal.OpenContent(Tracked(mail.Id).Content!));
        return ([.. read.References, .. read.MessageId is { } id ? [id] : Array.Empty<string>()], read.MessageId is { } own && !own.Any(char.IsControl) ? own : null);
    }

    private static ReceivedMail Opened(MailIn mail, MailBoxSummary box, MailMessage read, MailFinding found) => new()
    {
        Id = mail.Id,
        Box = box,
        ReceivedAt = mail.ReceivedAt,
        State = mail.State,
        Verdict = found.Verdict,
        Why = found.Why,
        Thread = found.Thread,
        FromName = read.From?.Name ?? "",
        FromAddress = read.From is { CanReceive: true } from ? from.Address : "",
        Subject = read.Subject,
        Text = read.Text,
        Quoted = read.Quoted,
        Files = [.. read.Attachments.Select(file => new MailFile(file.Name, file.Type, file.Content))],
    };
}
