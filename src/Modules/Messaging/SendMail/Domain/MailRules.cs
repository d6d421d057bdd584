using System.Globalization;
using System.Text;

namespace UnionHall.Messaging.SendMail.Domain;

/// <summary>What a mail must be like to be sent: one address each way, and no line end where none belongs.</summary>
internal static class MailRules
{
    private const int LongestAddress = 254;
    private const int LongestLocal = 64;
    private const string Special = "()<>[]:;@\\,\" ";
    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    /// <summary>A line end in a header would be a header of somebody else's.</summary>
    public static void Check(OutgoingMail mail)
    {
        string?[] lines = [mail.FromName, mail.Subject, mail.InReplyTo, mail.Key, .. mail.References, mail.Unsubscribe?.OriginalString];
        if (Array.Exists(lines, line => line?.Any(char.IsControl) == true))
        {
            throw new ArgumentException("A header of the mail holds a line end or another control character.", nameof(mail));
        }

        if (!IsAddress(mail.From) || !IsAddress(mail.To))
        {
            throw new ArgumentException("The sender or the receiver has no address that mail can be sent to.", nameof(mail));
        }

        if (mail.Key.Length == 0 || mail.Unsubscribe is { Scheme: not "https" })
        {
            throw new ArgumentException("The mail has no key, or its unsubscribe address is not https.", nameof(mail));
        }
    }

    public static bool IsAddress(string? address) => Split(address) is not null;

    /// <summary>The address as machines write it: the domain in ASCII. Null for what is none.</summary>
    public static string? Wire(string? address) => Split(address) is { } parts ? $"{parts.Local}@{parts.Domain}" : null;

    public static string DomainOf(string address) => Split(address)?.Domain ?? "localhost";

    /// <summary>Names with an IP address in place of a domain, comments and quoted names are left out: nobody's mailbox is called that.</summary>
    private static (string Local, string Domain)? Split(string? address)
    {
        if (address is null || address.Length > LongestAddress || address.LastIndexOf('@') is not (> 0 and var at) || at == address.Length - 1)
        {
            return null;
        }

        var local = address[..at];
        if (Encoding.UTF8.GetByteCount(local) > LongestLocal || local.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) || Special.Contains(letter, StringComparison.Ordinal))
            || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return (local, Names.GetAscii(address[(at + 1)..]).ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
