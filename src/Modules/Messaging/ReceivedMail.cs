namespace UnionHall.Messaging;

/// <summary>What a mail is to the platform.</summary>
public enum MailVerdict
{
    /// <summary>A person's letter about something new.</summary>
    Letter = 1,

    /// <summary>His reply in a correspondence of his.</summary>
    Reply,

    /// <summary>A reader of the box has to decide.</summary>
    Doubtful,

    /// <summary>From a machine: never answered, never a request.</summary>
    Automatic,

    /// <summary>What we sent came back.</summary>
    Bounce,
}

/// <summary>A mail that came in, opened and read.</summary>
public sealed record ReceivedMail
{
    public required MailInId Id { get; init; }

    public required MailBoxSummary Box { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required MailState State { get; init; }

    public required MailVerdict Verdict { get; init; }

    /// <summary>Why it is no letter, or not taken in; a Chinese sentence.</summary>
    public string? Why { get; init; }

    /// <summary>The correspondence it belongs to or refers to.</summary>
    public MailThreadId? Thread { get; init; }

    /// <summary>Empty where nobody is named.</summary>
    public required string FromName { get; init; }

    /// <summary>Empty where no mail can be sent to it.</summary>
    public required string FromAddress { get; init; }

    public required string Subject { get; init; }

    /// <summary>The sender's own words.</summary>
    public required string Text { get; init; }

    /// <summary>History and signature, folded away; null when there is none.</summary>
    public string? Quoted { get; init; }

    public required IReadOnlyList<MailFile> Files { get; init; }
}

/// <summary>A file that came with a mail, not looked at yet.</summary>
/// <param name="Name">As its sender named it, or null.</param>
public sealed record MailFile(string? Name, string Type, ReadOnlyMemory<byte> Content);
