using UnionHall.Platform.Data;

namespace UnionHall.Messaging.WeChat.Talk;

internal enum TalkState
{
    /// <summary>He tells.</summary>
    Collecting = 1,

    /// <summary>He was shown what he said.</summary>
    Confirming,

    /// <summary>He confirmed it.</summary>
    HandedIn,

    /// <summary>He let it go, or fell silent.</summary>
    Dropped,
}

/// <summary>One conversation “tell us what is wrong”. A follower has one open at a time.</summary>
internal sealed class WeChatTalk : IRaiseEvents
{
    /// <summary>After such a silence a new message begins anew.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private WeChatTalk()
    {
    }

    public WeChatTalkId Id { get; private init; }

    public WeChatFollowerId FollowerId { get; private init; }

    public TalkState State { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset TouchedAt { get; private set; }

    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>When the intake had taken it.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When he had been told.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Sealed <see cref="TalkContent"/>.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>What he is to be told, sealed.</summary>
    public byte[]? Answer { get; private set; }

    public uint Version { get; private set; }

    public EventList Events { get; } = new();

    public bool IsOpen => State is TalkState.Collecting or TalkState.Confirming;

    public static WeChatTalk Begin(WeChatFollowerId follower, byte[] content, DateTimeOffset now) => new()
    {
        Id = new WeChatTalkId(SortableId.Next(now)),
        FollowerId = follower,
        State = TalkState.Collecting,
        StartedAt = now,
        TouchedAt = now,
        Content = content,
    };

    public bool IsStale(DateTimeOffset now) => now - TouchedAt > Patience;

    /// <summary>He said something more, also after he was shown what he said so far.</summary>
    public void Add(byte[] content, DateTimeOffset now) => (State, Content, TouchedAt) = (TalkState.Collecting, content, now);

    public void Touch(DateTimeOffset now) => TouchedAt = now;

    public void Show(DateTimeOffset now) => (State, TouchedAt) = (TalkState.Confirming, now);

    public void HandIn(DateTimeOffset now)
    {
        (State, TouchedAt, HandedInAt) = (TalkState.HandedIn, now, now);
        Events.Add(new WeChatTalkHandedIn(Id, FollowerId));
    }

    /// <param name="nothing">What stands in place of his words, which nobody needs any more.</param>
    public void Drop(byte[] nothing, DateTimeOffset now) => (State, Content, TouchedAt) = (TalkState.Dropped, nothing, now);

    public void Take(byte[] answer, byte[] nothing, DateTimeOffset now)
    {
        (TakenAt, Answer, Content) = (now, answer, nothing);
        Events.Add(new WeChatTalkTaken(Id, FollowerId));
    }

    public void Tell(DateTimeOffset now) => (ToldAt, Answer) = (now, null);
}
