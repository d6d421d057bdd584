using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>An address of a box: box@domain, or box+TOKEN@domain in what we sent.</summary>
internal sealed record BoxAddress(string Address, string? Token)
{
    /// <summary>Null for what is no address.</summary>
    public static BoxAddress? Read(string? typed)
    {
        var text = (typed ?? "").Trim().Trim('<', '>').ToLowerInvariant();
        if (!new MailAddress(null, text).CanReceive)
        {
            return null;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus <= 0 || plus > at ? new BoxAddress(text, null) : new BoxAddress(text[..plus] + text[at..], plus + 1 < at ? text[(plus + 1)..at] : null);
    }

    /// <summary>The same address with this token.</summary>
    public static string With(string address, string token) => address.Insert(address.IndexOf('@', StringComparison.Ordinal), "+" + token);
}
