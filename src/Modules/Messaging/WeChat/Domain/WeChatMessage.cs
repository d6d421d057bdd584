using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Platform.Data;

namespace UnionHall.Messaging.WeChat.Domain;

/// <summary>One push, taken in once. The words in it are sealed.</summary>
internal sealed class WeChatMessage : IRaiseEvents
{
    private WeChatMessage()
    {
    }

    public WeChatMessageId Id { get; private init; }

    /// <summary>Equal for the tries of one push; unique in the database, so that of two nodes one takes it.</summary>
    public string Key { get; private init; } = "";

    public WeChatFollowerId FollowerId { get; private init; }

    public string Kind { get; private init; } = "";

    /// <summary>By WeChat's clock.</summary>
    public DateTimeOffset SentAt { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>JSON of the <see cref="PushContent"/> of this kind.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>What he was told at once, told again when WeChat asks again; null for nothing.</summary>
    public byte[]? Reply { get; private set; }

    public EventList Events { get; } = new();

    public static WeChatMessage Take(Push push, WeChatFollowerId follower, byte[] content, DateTimeOffset now)
    {
        var message = new WeChatMessage
        {
            Id = new WeChatMessageId(SortableId.Next(now)),
            Key = push.Key,
            FollowerId = follower,
            Kind = push.Content.Kind,
            SentAt = push.At,
            ReceivedAt = now,
            Content = content,
        };
        message.Events.Add(new WeChatMessageReceived(message.Id, follower, message.Kind));
        return message;
    }

    public void Answer(byte[] reply) => Reply = reply;
}
