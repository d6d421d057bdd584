using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.SendMail.Domain;

namespace UnionHall.Messaging;

/// <summary>
/// Where modules put mail that is to go out. The mail is a row of mail_out, written by the caller's own save, in his
/// transaction; a job hands it to the mail server afterwards, again and again for two days.
/// </summary>
public sealed class MailOutbox
{
    // Nobody can own it, so nobody else's Message-IDs end in it, and it stays when the site's address changes.
    private const string Right = "unionhall.invalid";

    private readonly MailSeal seal;

    internal MailOutbox(MailSeal seal) => this.seal = seal;

    /// <summary>
    /// Adds the mail to the context; the caller saves. A key that was used before adds nothing, so a job may run twice;
    /// of two that run at once one fails to save, and adds nothing when it is tried again.
    /// </summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="at">Now: the date the mail shows.</param>
    /// <exception cref="ArgumentException">A field holds a line end, or an address is none: ask <see cref="CanReach"/> before.</exception>
    public void Add(DbContext context, OutgoingMail mail, DateTimeOffset at)
    {
        MailRules.Check(mail);
        var mails = context.Set<MailOut>();
        if (!mails.Local.Any(one => one.Key == mail.Key) && !mails.Any(one => one.Key == mail.Key))
        {
            mails.Add(MailOut.Write(mail.Key, seal.Content(mail), at));
        }
    }

    /// <summary>Whether mail can be sent to an address as somebody gave it.</summary>
    public static bool CanReach(string? address) => MailRules.IsAddress(address);

    /// <summary>The Message-ID that the mail with this key carries, without its angle brackets.</summary>
    public static string MessageIdOf(string key) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 20))}@{Right}";
}
