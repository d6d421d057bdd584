using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Notices;

/// <summary>How an account wants to be told. Without one: at once, always.</summary>
internal sealed class NoticeWish
{
    public AccountId Account { get; init; }

    /// <summary>Hours of rest, over midnight where the end is the earlier; both or neither.</summary>
    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietTo { get; set; }

    /// <summary>When the gathered ones are told; null: nothing is gathered.</summary>
    public TimeOnly? DigestAt { get; set; }

    public List<string> DigestKinds { get; set; } = [];

    /// <summary>What becomes of a message now: sent, or waiting until a moment.</summary>
    public (NoticeState State, DateTimeOffset? DueAt) Of(NoticeKind kind, DateTimeOffset now)
    {
        if (kind.IsUrgent)
        {
            return (NoticeState.Sent, null);
        }

        if (DigestAt is { } hour && DigestKinds.Contains(kind.Code))
        {
            var digest = Next(hour, now);
            return (NoticeState.Gathered, RestEnds(digest) ?? digest);
        }

        return RestEnds(now) is { } end ? (NoticeState.Waiting, end) : (NoticeState.Sent, null);
    }

    /// <summary>When the hours of rest in which the moment falls are over; null outside of them.</summary>
    private DateTimeOffset? RestEnds(DateTimeOffset at) =>
        QuietFrom is { } from && QuietTo is { } to && TimeOnly.FromDateTime(ChinaTime.In(at).DateTime).IsBetween(from, to) ? Next(to, at) : null;

    private static DateTimeOffset Next(TimeOnly hour, DateTimeOffset after)
    {
        var today = ChinaTime.StartOf(ChinaTime.DateOf(after)) + hour.ToTimeSpan();
        return today > after ? today : today.AddDays(1);
    }
}
