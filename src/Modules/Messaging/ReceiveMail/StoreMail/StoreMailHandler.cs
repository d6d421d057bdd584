using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.StoreMail;

/// <summary>
/// Stores a mail, whatever it is, before anything is made of it. A door lets go of a mail only when this has answered: killed in between,
/// it brings the mail again, and the second time nothing is stored.
/// </summary>
internal sealed class StoreMailHandler(MailDb db, MailSeal seal, TimeProvider clock)
{
    public const int MostBytes = 50 * 1024 * 1024;

    public static readonly Refusal TooLarge = new("mail-too-large", $"这封信超过 {MostBytes / 1024 / 1024} MB，没有收下。");

    private static readonly Refusal Empty = new("mail-empty", "这封信是空的，没有收下。");

    /// <returns>Stored now, or already there.</returns>
    public async Task<Result<StoredMail>> HandleAsync(string recipient, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var address = BoxAddress.Read(recipient);
        var box = address is null ? null : await db.Boxes.AsNoTracking().SingleOrDefaultAsync(row => row.Address == address.Address, stop);
        if (box is not { IsOpen: true })
        {
            return box is null ? new Refusal("mail-box-unknown", $"这里没有 {recipient} 这个信箱。") : new Refusal("mail-box-closed", $"{box.Address} 停用了，不再收信。");
        }

        return content.Span.Trim(" \r\n\t"u8).IsEmpty ? Empty : content.Length > MostBytes ? TooLarge : await StoreAsync(box.Id, address!.Token, content, stop);
    }

    private async Task<StoredMail> StoreAsync(MailBoxId box, string? token, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var key = ContentKey.Of(content.Span);
        if (await db.Mails.AnyAsync(mail => mail.BoxId == box && mail.Key == key, stop))
        {
            return StoredMail.AlreadyThere;
        }

        db.Mails.Add(MailIn.Store(box, key, token is null ? null : seal.TokenPrint(token), seal.Content(content.Span), clock.GetUtcNow()));
        try
        {
            await db.SaveAsync(Actor.Platform("收信"), stop);
            return StoredMail.Now;
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.Context.ChangeTracker.Clear();
            return StoredMail.AlreadyThere;
        }
    }
}

internal enum StoredMail
{
    Now = 1,
    AlreadyThere,
}
