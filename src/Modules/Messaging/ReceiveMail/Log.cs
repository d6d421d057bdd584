using Microsoft.Extensions.Logging;

namespace UnionHall.Messaging.ReceiveMail;

/// <summary>What is said in the log of mail that comes in. No addresses, no words.</summary>
internal static partial class Log
{
    [LoggerMessage(320, LogLevel.Warning, "Box {Box} was not fetched")]
    public static partial void BoxNotFetched(this ILogger log, Exception problem, MailBoxId box);

    [LoggerMessage(321, LogLevel.Warning, "The boxes could not be looked up")]
    public static partial void BoxesUnknown(this ILogger log, Exception problem);
}
