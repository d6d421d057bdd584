using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging;

/// <summary>The connection to the official account was set up or changed.</summary>
public sealed record WeChatAccountChanged : IDomainEvent
{
    public Subject Subject => new("we-chat-account", Guid.Empty);
}

/// <summary>Somebody follows the official account, for the first time or again.</summary>
/// <param name="Scene">Of the code he scanned to do so; empty when he came by himself.</param>
public sealed record WeChatFollowed(WeChatFollowerId Follower, string Scene) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>Somebody left the official account: nothing is sent to him any more, and his link to an account is cut.</summary>
public sealed record WeChatUnfollowed(WeChatFollowerId Follower) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>A follower proved with a one-time code that this account is his.</summary>
public sealed record WeChatLinked(WeChatFollowerId Follower, AccountId Account) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>The link between a follower and his account was cut.</summary>
public sealed record WeChatUnlinked(WeChatFollowerId Follower, AccountId Account) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>A follower sent something or did something in the official account; stored once, however often WeChat pushed it.</summary>
/// <param name="Kind">text, image, voice, follow, scan, menu-click …</param>
public sealed record WeChatMessageReceived(WeChatMessageId Message, WeChatFollowerId Follower, string Kind) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>A follower confirmed what he said in the conversation “tell us what is wrong”.</summary>
public sealed record WeChatTalkHandedIn(WeChatTalkId Talk, WeChatFollowerId Follower) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>What a follower handed in was taken in.</summary>
public sealed record WeChatTalkTaken(WeChatTalkId Talk, WeChatFollowerId Follower) : IDomainEvent
{
    public Subject Subject => new("we-chat-follower", Follower.Value);
}

/// <summary>Somebody signed in made a one-time code, to link his WeChat with it.</summary>
public sealed record WeChatCodeMade(AccountId Account) : IDomainEvent
{
    public Subject Subject => new("account", Account.Value);
}

/// <summary>What the official account answers by itself was changed.</summary>
public sealed record WeChatAnswerChanged : IDomainEvent
{
    public Subject Subject => new("we-chat-account", Guid.Empty);
}
