using Microsoft.Extensions.Logging;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.WeChat;

/// <summary>What is said in the log of the connection to WeChat. No words, no OpenIDs, no addresses with tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Warning, "A push was turned away: {Fault}")]
    public static partial void PushRefused(this ILogger log, PushFault fault);
}
