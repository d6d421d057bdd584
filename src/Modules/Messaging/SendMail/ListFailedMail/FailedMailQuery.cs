using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Text;

namespace UnionHall.Messaging.SendMail.ListFailedMail;

/// <summary>A mail in trouble, without its words: those are between the writer and the reader.</summary>
/// <param name="To">Masked.</param>
/// <param name="From">The box it goes out from.</param>
/// <param name="CanResend">Its words are still there.</param>
internal sealed record FailedMail(Guid Id, string To, string From, DateTimeOffset At, DateTimeOffset? FailedAt, DateTimeOffset? DueAt, int Attempts, string Fault, bool CanResend);

internal sealed class FailedMailQuery(MailDb db, MailSeal seal)
{
    public const int PageSize = 50;

    /// <summary>A page, newest first, and one more where there is a next page.</summary>
    /// <param name="retrying">Those that are still tried instead of those given up.</param>
    public async Task<IReadOnlyList<FailedMail>> PageAsync(bool retrying, Guid? after, CancellationToken stop)
    {
        var all = retrying
            ? db.Mails.Where(mail => mail.State == MailOutState.Waiting && mail.Attempts > 0)
            : db.Mails.Where(mail => mail.State == MailOutState.Failed);
        if (after is { } last)
        {
            all = all.Where(mail => ((Guid)(object)mail.Id).CompareTo(last) < 0);
        }

        return [.. (await all.AsNoTracking().OrderByDescending(mail => mail.Id).Take(PageSize + 1).ToListAsync(stop)).Select(Show)];
    }

    private FailedMail Show(MailOut mail)
    {
        var content = mail.Content.Length == 0 ? null : seal.OpenContent(mail.Content);
        return new FailedMail(
            mail.Id.Value, content is null ? "—" : Masking.Mail(content.To), content?.From ?? "—", mail.At, mail.FailedAt, mail.DueAt, mail.Attempts, mail.Fault ?? "—", content is not null);
    }
}
