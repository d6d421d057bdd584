using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices;

/// <summary>One message to one account, with what became of it: one line that tells where to look.</summary>
internal sealed class Notice
{
    public const string Site = "site";

    public NoticeId Id { get; init; }

    public AccountId Account { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Title { get; init; }

    /// <summary>A path of this site.</summary>
    public required string Link { get; init; }

    /// <summary>The code of its <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The job that sent it: it tells an account once, however often it runs.</summary>
    public Guid? Job { get; init; }

    /// <summary>By which way it goes; on this site so far.</summary>
    public string Channel { get; init; } = Site;

    public NoticeState State { get; init; }

    /// <summary>When it may go, where it waits.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>In yuan.</summary>
    public decimal Cost { get; init; }

    /// <summary>Why the last attempt came to nothing.</summary>
    public string? Error { get; init; }

    /// <summary>The notice that told of it together with others.</summary>
    public NoticeId? Digest { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>Where a message stands.</summary>
internal enum NoticeState
{
    Sent = 1,

    /// <summary>For the end of the reader's hours of rest; on his list, but not counted.</summary>
    Waiting,

    /// <summary>For the next digest.</summary>
    Gathered,
}
