using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.WeChat.ReceivePush;

/// <summary>
/// Says something to a push at once. Those registered are asked in order, in the transaction that stores the push; the first
/// that has something to say is heard. It reads and changes rows and calls nobody: WeChat waits five seconds.
/// </summary>
internal interface IPushAnswer
{
    /// <returns>The words, or null for nothing.</returns>
    Task<string?> AnswerAsync(Push push, WeChatFollower follower, CancellationToken stop);
}
