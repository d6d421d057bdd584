using Microsoft.Extensions.Logging;

namespace UnionHall.Platform.Web;

/// <summary>Records go to standard error, so that a command's answer stays clean: a line each for people, JSON with UNIONHALL_LOG=json.</summary>
public static class Logging
{
    public static ILoggingBuilder AddSiteLog(this ILoggingBuilder logging)
    {
        var json = Environment.GetEnvironmentVariable("UNIONHALL_LOG") == "json";
        logging.ClearProviders();
        logging.AddConsoleFormatter<LineFormatter, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>();
        logging.AddJsonConsole(format => (format.IncludeScopes, format.UseUtcTimestamp, format.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = json ? "json" : LineFormatter.Name;
        });

        // The framework's own chatter holds addresses and statements; only its troubles are of interest.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.Error);

        // What goes wrong in a transaction is thrown, and told by whoever asked for it; a stop in the middle of one is no trouble.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Transaction", LogLevel.None);

        // Pages with a form that are stricter about keeping copies than the framework itself.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        // The keys are sealed by the repository itself, of which the key manager knows nothing.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        return logging;
    }
}
