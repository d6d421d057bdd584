using UnionHall.Platform.Data;

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>A correspondence between a box and one sender.</summary>
internal sealed class MailThread
{
    private MailThread()
    {
    }

    public MailThreadId Id { get; private init; }

    public MailBoxId BoxId { get; private init; }

    /// <summary>Print of the address of the sender: nobody else's mail joins.</summary>
    public byte[] SenderPrint { get; private init; } = [];

    /// <summary>Sealed: <see cref="MailTrail"/>.</summary>
    public byte[] Trail { get; set; } = [];

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it was said at once that the letter came.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>When a mail to him came back; null since he wrote again.</summary>
    public DateTimeOffset? BouncedAt { get; private set; }

    public static MailThread Start(MailBoxId box, byte[] senderPrint, byte[] trail, DateTimeOffset at) =>
        new() { Id = new MailThreadId(SortableId.Next(at)), BoxId = box, SenderPrint = senderPrint, Trail = trail, StartedAt = at };

    public void Acknowledge(DateTimeOffset at) => AcknowledgedAt = at;

    public void Bounce(DateTimeOffset at) => BouncedAt = at;

    public void Hear() => BouncedAt = null;
}

/// <summary>What an answer needs of a correspondence: to whom, about what, and what it follows.</summary>
/// <param name="Ids">Message-IDs of both sides, oldest first.</param>
/// <param name="Last">Of his last mail, which is answered; null where it had none.</param>
internal sealed record MailTrail(string Address, string Subject, IReadOnlyList<string> Ids, string? Last)
{
    private const int Most = 20;

    /// <summary>With these behind; the first stays, for it names the thread.</summary>
    public MailTrail With(params IEnumerable<string> more)
    {
        List<string> all = [.. Ids.Concat(more.Where(id => !id.Any(char.IsControl))).Reverse().Distinct(StringComparer.Ordinal).Reverse()];
        return this with { Ids = all.Count <= Most ? all : [all[0], .. all[^(Most - 1)..]] };
    }
}
