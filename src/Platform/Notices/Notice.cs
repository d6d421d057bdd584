using UnionHall.Platform.Security;

namespace UnionHall.Platform.Notices;

/// <summary>One line that tells one account where to look.</summary>
internal sealed class Notice
{
    public NoticeId Id { get; init; }

    public AccountId Account { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Title { get; init; }

    /// <summary>A path of this site.</summary>
    public required string Link { get; init; }

    /// <summary>Kebab-case, e.g. request-dispatched: for icons and settings.</summary>
    public required string Kind { get; init; }

    /// <summary>The job that sent it: it tells an account once, however often it runs.</summary>
    public Guid? Job { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}
