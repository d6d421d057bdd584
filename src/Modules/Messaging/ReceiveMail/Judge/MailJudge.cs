using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.Mime;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;

namespace UnionHall.Messaging.ReceiveMail.Judge;

/// <summary>Says what a mail is to the platform. Only a person's letter is ever answered or made a request (RFC 3834).</summary>
internal sealed class MailJudge(MailDb db, MailSeal seal, TimeProvider clock)
{
    /// <summary>A letter passes four or five servers; one that passed this many goes in circles.</summary>
    private const int MostHops = 30;

    /// <summary>More from one address within an hour is left to a reader of the box: nobody writes so many by hand.</summary>
    private const int MostAnHour = 10;

    public async Task<MailFinding> FindAsync(MailIn mail, MailMessage read, CancellationToken stop)
    {
        var marks = await MarksAsync(mail, read, stop);
        if (read.Kind == MailKind.Bounce)
        {
            return read.Bounce is { IsDelayOnly: true }
                ? new(MailVerdict.Automatic, "对方的邮件服务器还在试着投递，不是退信。")
                : new(MailVerdict.Bounce, "退信：寄给职工的信没有送到。", marks.FirstOrDefault()?.ThreadId);
        }

        return await MachineAsync(read, stop) is { } why ? new(MailVerdict.Automatic, why) : await LetterAsync(mail, read, marks, stop);
    }

    private async Task<string?> MachineAsync(MailMessage read, CancellationToken stop)
    {
        if (await IsOursAsync(read, stop))
        {
            return "这是信箱自己发出去的信，又转了回来。";
        }

        return read.Kind switch
        {
            MailKind.AutoReply => "自动回复。",
            MailKind.List => "群发的信。",
            MailKind.Report => "邮件系统的报告或回执。",
            _ when read.Headers.Values("Received").Count() > MostHops => "这封信在服务器之间转了太多次。",
            _ => null,
        };
    }

    private async Task<MailFinding> LetterAsync(MailIn mail, MailMessage read, List<MailThreadMark> marks, CancellationToken stop)
    {
        if (read.From is not { CanReceive: true } from)
        {
            return new(MailVerdict.Doubtful, "没有写明能回信的发件人。");
        }

        var sender = seal.SenderPrint(from.Address);
        foreach (var mark in marks)
        {
            if (await db.Threads.AsNoTracking().AnyAsync(thread => thread.Id == mark.ThreadId && thread.SenderPrint == sender, stop))
            {
                return new(MailVerdict.Reply, null, mark.ThreadId);
            }
        }

        if (marks.Find(mark => mark.IsToken) is { } known)
        {
            return new(MailVerdict.Doubtful, "寄到了一件事的回信地址，写信的却不是原来那一位。", known.ThreadId);
        }

        var since = clock.GetUtcNow().AddHours(-1);
        if (await db.Mails.CountAsync(other => other.SenderPrint == sender && other.ReceivedAt > since && other.Id != mail.Id, stop) >= MostAnHour)
        {
            return new(MailVerdict.Doubtful, $"同一个地址一小时里来了 {MostAnHour} 封以上，先放在这里。");
        }

        return read.Text.Length == 0 && read.Attachments.Count == 0 ? new(MailVerdict.Doubtful, "信里没有字。") : new(MailVerdict.Letter, null);
    }

    private async Task<bool> IsOursAsync(MailMessage read, CancellationToken stop)
    {
        var own = read.MessageId is { } id ? seal.MessagePrint(id) : [];
        var from = BoxAddress.Read(read.From?.Address)?.Address;
        return (own.Length > 0 && await db.Marks.AnyAsync(mark => mark.Print == own, stop)) || (from is not null && await db.Boxes.AnyAsync(box => box.Address == from, stop));
    }

    /// <summary>The correspondences of this box that the mail refers to; those it has a token of first.</summary>
    private async Task<List<MailThreadMark>> MarksAsync(MailIn mail, MailMessage read, CancellationToken stop)
    {
        string[] named = ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"];
        var tokens = named.SelectMany(read.Headers.Values).SelectMany(AddressList.Read).Select(address => BoxAddress.Read(address.Address)?.Token).OfType<string>().Distinct().Take(20);
        var ids = read.References.Append(read.InReplyTo).Append(read.Bounce?.OriginalMessageId).OfType<string>().Distinct(StringComparer.Ordinal);
        List<byte[]> prints = [.. tokens.Select(seal.TokenPrint), .. ids.Select(seal.MessagePrint), .. mail.TokenPrint is { } print ? [print] : Array.Empty<byte[]>()];
        return await (
            from mark in db.Marks.AsNoTracking()
            join thread in db.Threads on mark.ThreadId equals thread.Id
            where prints.Contains(mark.Print) && thread.BoxId == mail.BoxId
            orderby mark.IsToken descending, mark.MadeAt descending
            select mark).ToListAsync(stop);
    }
}

/// <summary>What was found.</summary>
/// <param name="Why">A Chinese sentence; null for letters and replies.</param>
internal sealed record MailFinding(MailVerdict Verdict, string? Why, MailThreadId? Thread = null);
