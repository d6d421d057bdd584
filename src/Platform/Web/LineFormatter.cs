using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace UnionHall.Platform.Web;

/// <summary>One line per record for people: 2026-09-18 14:20:05 WARN UnionHall.Slow GET /desk took 2100 ms. Times of the machine's own zone.</summary>
internal sealed class LineFormatter(TimeProvider clock) : ConsoleFormatter(Name)
{
    public new const string Name = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var level = logEntry.LogLevel switch
        {
            LogLevel.Trace or LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "WARN",
            _ => "ERROR",
        };
        textWriter.Write($"{clock.GetLocalNow():yyyy-MM-dd HH:mm:ss} {level} {logEntry.Category} ");
        textWriter.WriteLine(OneLine(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        if (logEntry.Exception is not null)
        {
            textWriter.WriteLine(logEntry.Exception.ToString());
        }
    }

    /// <summary>Nothing that comes from outside can forge a record of its own.</summary>
    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
