using UnionHall.Platform.Data;

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>A mail as it arrived, sealed. Stored before anything is made of it, and once: its key is unique in its box.</summary>
internal sealed class MailIn : IRaiseEvents
{
    private MailIn()
    {
    }

    public MailInId Id { get; private init; }

    public MailBoxId BoxId { get; private init; }

    /// <summary>Of the content, so that two doors, two nodes and two tries make one.</summary>
    public byte[] Key { get; private init; } = [];

    /// <summary>Print of the part behind the plus of the address it was delivered to; null without one.</summary>
    public byte[]? TokenPrint { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>The sealed bytes; null once they were forgotten.</summary>
    public byte[]? Content { get; private init; }

    /// <summary>Print of who sent it; null while it was not looked at, or where nobody did.</summary>
    public byte[]? SenderPrint { get; private set; }

    public MailState State { get; private set; } = MailState.New;

    /// <summary>Why it is not taken in, in Chinese.</summary>
    public string? Why { get; private set; }

    public MailThreadId? ThreadId { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Before a reader threw it away, to take that back.</summary>
    public MailState? StateBefore { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public static MailIn Store(MailBoxId box, byte[] key, byte[]? tokenPrint, byte[] content, DateTimeOffset at)
    {
        var mail = new MailIn { Id = new MailInId(SortableId.Next(at)), BoxId = box, Key = key, TokenPrint = tokenPrint, Content = content, ReceivedAt = at };
        mail.Events.Add(new MailReceived(mail.Id, box));
        return mail;
    }

    public void LookAt(byte[]? senderPrint) => SenderPrint = senderPrint;

    public void Take(MailThreadId? thread, DateTimeOffset at)
    {
        ThreadId = thread;
        Settle(MailState.Taken, null, at);
    }

    /// <param name="why">A Chinese sentence.</param>
    public void Wait(string why, MailThreadId? thread, DateTimeOffset at)
    {
        ThreadId = thread;
        Settle(MailState.Waiting, why, at);
    }

    public void KeepOut(string why, MailThreadId? thread, DateTimeOffset at)
    {
        ThreadId = thread;
        Settle(MailState.KeptOut, why, at);
    }

    public void ThrowAway(DateTimeOffset at)
    {
        StateBefore = State == MailState.ThrownAway ? StateBefore : State;
        Settle(MailState.ThrownAway, Why, at);
    }

    public void TakeBack(DateTimeOffset at) => Settle(StateBefore ?? MailState.Waiting, Why, at);

    private void Settle(MailState state, string? why, DateTimeOffset at)
    {
        (State, Why, SettledAt) = (state, why, at);
        Events.Add(new MailSettled(Id, BoxId, state));
    }
}
