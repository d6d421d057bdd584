using Microsoft.Extensions.Logging;

namespace UnionHall.Platform;

/// <summary>Every log line of the platform. Ids and names of code only, never what a person wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Reference} {Method} {Path} broke")]
    public static partial void Broke(ILogger logger, string reference, string method, string path, Exception problem);

    [LoggerMessage(2, LogLevel.Error, "{Reference} {Method} {Path} could not reach the database: {Reason}")]
    public static partial void DatabaseUnreachable(ILogger logger, string reference, string method, string path, string reason);

    [LoggerMessage(3, LogLevel.Warning, "{Method} {Path} took {Milliseconds} ms")]
    public static partial void Slow(ILogger logger, string method, string path, long milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "The embedded database was not running and was started again")]
    public static partial void DatabaseRevived(ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "The embedded database cannot be started; trying again")]
    public static partial void DatabaseStaysDown(ILogger logger, Exception problem);

    [LoggerMessage(6, LogLevel.Information, "Not ready any more; waiting {Seconds} s before the doors close")]
    public static partial void Draining(ILogger logger, double seconds);

    [LoggerMessage(100, LogLevel.Debug, "The signal {Topic} was lost; the slow poll makes up for it.")]
    public static partial void SignalLost(this ILogger log, Exception problem, string topic);

    [LoggerMessage(101, LogLevel.Warning, "The LISTEN connection broke; connecting again.")]
    public static partial void ListenerBroke(this ILogger log, Exception problem);

    [LoggerMessage(110, LogLevel.Warning, "Job {Job} ({Kind}) failed at attempt {Attempt}.")]
    public static partial void JobFailed(this ILogger log, Exception problem, Guid job, string kind, int attempt);

    [LoggerMessage(111, LogLevel.Error, "Job {Job} ({Kind}) is dead after {Attempt} attempts and waits for the administrator.")]
    public static partial void JobDied(this ILogger log, Guid job, string kind, int attempt);

    [LoggerMessage(112, LogLevel.Error, "The job runner could not reach the database; trying again.")]
    public static partial void JobStoreUnreachable(this ILogger log, Exception problem);

    [LoggerMessage(113, LogLevel.Error, "The recurring job {Name} failed.")]
    public static partial void RecurringJobFailed(this ILogger log, Exception problem, string name);

    [LoggerMessage(120, LogLevel.Critical, "The audit chain is broken at {Seq}: {Kind}.")]
    public static partial void AuditChainBroken(this ILogger log, long seq, string kind);
}
