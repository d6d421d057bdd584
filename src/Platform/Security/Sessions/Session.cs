using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security.Sessions;

/// <summary>One signed-in browser. The cookie holds only its key; a session that has ended opens nothing.</summary>
internal sealed class Session : IRaiseEvents
{
    private Session()
    {
    }

    public Guid Id { get; private init; }

    public AccountId Account { get; private init; }

    public SignInWay Way { get; private init; }

    /// <summary>The browser and system in words, e.g. Chrome · Android.</summary>
    public string Device { get; private init; } = "";

    public string? Address { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndReason { get; private set; }

    public EventList Events { get; } = new();

    public static Session Start(Account account, SignInWay way, Visit visit, DateTimeOffset now)
    {
        var session = new Session
        {
            Id = SortableId.Next(now),
            Account = account.Id,
            Way = way,
            Device = visit.Device,
            Address = visit.Address,
            StartedAt = now,
            LastSeenAt = now,
        };
        session.Events.Add(new SignedIn(account.Id, session.Id, way));
        return session;
    }

    public void End(SessionEnd reason, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndReason) = (now, reason);
            Events.Add(new SessionEnded(Account, Id, reason));
        }
    }
}
