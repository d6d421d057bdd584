namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>From where a box is fetched, and how far it was.</summary>
internal sealed class MailBoxImap
{
    public MailBoxId BoxId { get; init; }

    public string Host { get; set; } = "";

    public int Port { get; set; }

    public string UserName { get; set; } = "";

    /// <summary>Sealed.</summary>
    public byte[] Password { get; set; } = [];

    /// <summary>SHA-256 of the only certificate that is believed, for servers that signed it themselves; null: as the machine believes.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Of the folder (RFC 3501 §2.3.1.1); null before the first fetch.</summary>
    public long? UidValidity { get; set; }

    /// <summary>Up to this one everything is stored.</summary>
    public long LastUid { get; set; }
}
