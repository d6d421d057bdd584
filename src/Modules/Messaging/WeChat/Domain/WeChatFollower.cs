using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.Domain;

/// <summary>Somebody who follows the official account, or did.</summary>
internal sealed class WeChatFollower : IRaiseEvents
{
    /// <summary>How long after a message of his we may write to him freely.</summary>
    public static readonly TimeSpan AfterMessage = TimeSpan.FromHours(48);

    /// <summary>How long after he followed, scanned or pressed a menu.</summary>
    public static readonly TimeSpan AfterAct = TimeSpan.FromMinutes(1);

    private WeChatFollower()
    {
    }

    public WeChatFollowerId Id { get; private init; }

    public string OpenId { get; private init; } = "";

    public AccountId? AccountId { get; private set; }

    public DateTimeOffset? LinkedAt { get; private set; }

    /// <summary>Of the code he scanned to follow; empty when he came by himself.</summary>
    public string Scene { get; private set; } = "";

    public DateTimeOffset FollowedAt { get; private set; }

    public DateTimeOffset? UnfollowedAt { get; private set; }

    public DateTimeOffset? MessagedAt { get; private set; }

    public DateTimeOffset? ActedAt { get; private set; }

    public EventList Events { get; } = new();

    /// <summary>The first we hear of him. He may have followed before this site was connected.</summary>
    public static WeChatFollower Meet(string openId, DateTimeOffset at) => new() { Id = new WeChatFollowerId(SortableId.Next(at)), OpenId = openId, FollowedAt = at };

    /// <summary>Whether WeChat lets us write to him without a template.</summary>
    public bool MayBeAnswered(DateTimeOffset now) => UnfollowedAt is null && (now - MessagedAt < AfterMessage || now - ActedAt < AfterAct);

    /// <summary>Pushes come out of order: following long ago does not undo leaving since.</summary>
    public void Follow(string scene, DateTimeOffset at)
    {
        if (UnfollowedAt > at)
        {
            return;
        }

        (UnfollowedAt, FollowedAt, Scene) = (null, at, scene);
        Events.Add(new WeChatFollowed(Id, scene));
        Act(at);
    }

    public void Leave(DateTimeOffset at)
    {
        if (UnfollowedAt is not null || at < FollowedAt)
        {
            return;
        }

        Unlink();
        UnfollowedAt = at;
        Events.Add(new WeChatUnfollowed(Id));
    }

    public void Link(AccountId account, DateTimeOffset now)
    {
        if (AccountId == account)
        {
            return;
        }

        Unlink();
        (AccountId, LinkedAt) = (account, now);
        Events.Add(new WeChatLinked(Id, account));
    }

    public void Unlink()
    {
        if (AccountId is not { } account)
        {
            return;
        }

        (AccountId, LinkedAt) = (null, null);
        Events.Add(new WeChatUnlinked(Id, account));
    }

    /// <summary>He wrote: who writes follows.</summary>
    public void Write(DateTimeOffset at)
    {
        UnfollowedAt = UnfollowedAt <= at ? null : UnfollowedAt;
        MessagedAt = MessagedAt > at ? MessagedAt : at;
    }

    /// <summary>He scanned one of our codes or pressed an entry of the menu.</summary>
    public void Act(DateTimeOffset at) => ActedAt = ActedAt > at ? ActedAt : at;
}
