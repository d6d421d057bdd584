namespace UnionHall.Messaging.Mime;

/// <summary>How much of a message is looked at, so that none costs more than its length.</summary>
internal static class MailLimits
{
    public const int Depth = 20;

    public const int Parts = 500;

    public const int Headers = 500;

    public const int HeaderLength = 32 * 1024;

    public const int TextLength = 512 * 1024;

    /// <summary>HTML is longer than what it says: pictures and styles stand in it.</summary>
    public const int MarkupLength = 4 * TextLength;

    public const int Addresses = 1000;

    public const int Warnings = 50;
}
