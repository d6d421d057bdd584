using UnionHall.Platform;
using UnionHall.Platform.Data;

namespace UnionHall.Messaging.SendMail.Domain;

internal enum MailOutState
{
    Waiting = 1,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,
}

/// <summary>A mail that goes out. What stands in it is sealed, and forgotten some time after it was sent.</summary>
internal sealed class MailOut : IRaiseEvents
{
    /// <summary>How long it is tried: what a server says "later" to for two days will not come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private static readonly Refusal NotFailed = new("mail-not-failed", "这封已经重新排上，或者已经发出去了。");
    private static readonly Refusal Forgotten = new("mail-forgotten", "这封的内容已经清理掉，不能再发。请在原来的事项里另写一封。");

    private MailOut()
    {
    }

    public OutgoingMailId Id { get; private init; }

    /// <summary>Unique in the database.</summary>
    public string Key { get; private init; } = "";

    public MailOutState State { get; private set; }

    /// <summary>When it was written: the date it shows.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When it is tried next, while it waits.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Until then a node is busy with it.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>From when the patience counts: its writing, or the last time it was sent once more.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Tries in vain.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>Why the last try came to nothing: a Chinese sentence, and what the server said.</summary>
    public string? Fault { get; private set; }

    /// <summary>Sealed <see cref="OutgoingMail"/>; empty once it is forgotten.</summary>
    public byte[] Content { get; private set; } = [];

    public EventList Events { get; } = new();

    public static MailOut Write(string key, byte[] content, DateTimeOffset now)
    {
        var mail = new MailOut { Id = new OutgoingMailId(SortableId.Next(now)), Key = key, State = MailOutState.Waiting, At = now, DueAt = now, Since = now, Content = content };
        mail.Events.Add(new MailQueued(mail.Id, key));
        return mail;
    }

    public void Sent(DateTimeOffset now)
    {
        (State, DueAt, ClaimedUntil, SentAt, Fault) = (MailOutState.Sent, null, null, now, null);
        Events.Add(new MailSent(Id, Key));
    }

    /// <summary>When it is worth another try after one that came to nothing now; null when the patience is over.</summary>
    public DateTimeOffset? NextTry(DateTimeOffset now)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(Attempts, 10));
        var next = now + (wait < LongestWait ? wait : LongestWait);
        return next - Since <= Patience ? next : null;
    }

    /// <param name="to">Masked.</param>
    /// <param name="reason">Without personal data.</param>
    public void GiveUp(string to, string reason, string fault, DateTimeOffset now)
    {
        (State, DueAt, ClaimedUntil, FailedAt, Fault, Attempts) = (MailOutState.Failed, null, null, now, fault, Attempts + 1);
        Events.Add(new MailFailed(Id, Key, to, reason));
    }

    public Result SendOnceMore(DateTimeOffset now)
    {
        if (State != MailOutState.Failed)
        {
            return NotFailed;
        }

        if (Content.Length == 0)
        {
            return Forgotten;
        }

        (State, DueAt, Since, Attempts, FailedAt) = (MailOutState.Waiting, now, now, 0, null);
        Events.Add(new MailSentAgain(Id, Key));
        return Result.Done;
    }
}
