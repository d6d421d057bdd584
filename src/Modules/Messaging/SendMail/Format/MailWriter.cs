using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Platform.Time;

namespace UnionHall.Messaging.SendMail.Format;

/// <summary>
/// Writes a mail as bytes, the same at every try, ready to be signed on its way (DKIM): each header once, in one order, in
/// seven bits. Only an address outside ASCII makes it eight (RFC 6532).
/// </summary>
internal static class MailWriter
{
    private const int MostReferences = 20;
    private const int LongestId = 250;

    public static byte[] Write(OutgoingMail mail, DateTimeOffset date)
    {
        MailRules.Check(mail);
        var text = new StringBuilder();
        Head(new HeaderWriter(text), mail, date);
        if (mail.Html is { } html)
        {
            Both(text, mail, html);
        }
        else
        {
            BodyWriter.Write(text, "text/plain", mail.Text);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Head(HeaderWriter head, OutgoingMail mail, DateTimeOffset date)
    {
        head.Words("Date", [ChinaTime.In(date).ToString("ddd, dd MMM yyyy HH:mm:ss +0800", CultureInfo.InvariantCulture)]);
        head.Mailbox("From", mail.FromName, MailRules.Wire(mail.From)!);
        head.Mailbox("To", null, MailRules.Wire(mail.To)!);
        head.Text("Subject", mail.Subject);
        head.Words("Message-ID", [$"<{MailOutbox.MessageIdOf(mail.Key)}>"]);
        var (answered, thread) = (Ids([mail.InReplyTo ?? ""]), Ids(mail.References));
        if (answered.Length > 0)
        {
            head.Words("In-Reply-To", answered);
        }

        if (thread.Length > 0)
        {
            // The first is the root of the thread, the last ones its end: what lies between may go.
            head.Words("References", thread.Length <= MostReferences ? thread : [thread[0], .. thread[^(MostReferences - 1)..]]);
        }

        if (mail.IsAutomatic)
        {
            head.Words("Auto-Submitted", [answered.Length > 0 ? "auto-replied" : "auto-generated"]);
            head.Words("X-Auto-Response-Suppress", ["All"]);
        }

        if (mail.Unsubscribe is { } leave)
        {
            head.Words("List-Unsubscribe", [$"<{leave.AbsoluteUri}>"]);
            head.Words("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"]);
        }

        head.Words("MIME-Version", ["1.0"]);
    }

    private static void Both(StringBuilder text, OutgoingMail mail, string html)
    {
        // No line of base64 or quoted-printable can look like it.
        var boundary = $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("boundary" + mail.Key)).AsSpan(0, 12))}";
        text.Append("Content-Type: multipart/alternative; boundary=\"").Append(boundary).Append("\"\r\n\r\n--").Append(boundary).Append("\r\n");
        BodyWriter.Write(text, "text/plain", mail.Text);
        text.Append("--").Append(boundary).Append("\r\n");
        BodyWriter.Write(text, "text/html", html);
        text.Append("--").Append(boundary).Append("--\r\n");
    }

    /// <summary>What came in as an id and is none stays out.</summary>
    private static string[] Ids(IEnumerable<string> ids) =>
        [.. ids.Select(id => id.Trim('<', '>', ' ')).Where(id => id.Length is > 0 and <= LongestId && id.All(letter => letter is > ' ' and <= '~' and not ('<' or '>'))).Select(id => $"<{id}>")];
}
