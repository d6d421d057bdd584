using System.Globalization;
using System.Text;

namespace UnionHall.Bench;

/// <summary>bench/README.md: ratios first, then the figures they come from.</summary>
internal static class Report
{
    private const string RemarksHeading = "## What the figures say";

    public static string Of(Plan plan, Findings small, Findings large)
    {
        var text = new StringBuilder();
        text.AppendLine("# Benchmarks").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Made by `bench/run --requests {plan.Requests} --seconds {plan.Seconds}` on {DateOnly.FromDateTime(File.GetLastWriteTimeUtc(plan.BenchDll)):yyyy-MM-dd}, {Environment.ProcessorCount} cores ({Cpu()}), .NET {Environment.Version}, embedded PostgreSQL with fsync on; site, database and clients on the one machine.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Small database: {small.Rows:N0} requests. Large: {large.Rows:N0}. Page loads are open loop (15 a second, searches 5 a second), submissions closed loop with 8 clients as pgbench.").AppendLine();
        text.AppendLine("| path | measure | ratio | budget | kept |").AppendLine("|---|---|---|---|---|");
        Row(text, "submit a request, large", "rate ÷ pgbench insert rate", large.SubmitRate / large.PgbenchRate, 0.25, atLeast: true);
        Row(text, "submit a request, flat", "rate large ÷ rate small", large.SubmitRate / small.SubmitRate, 0.9, atLeast: true);
        Row(text, "inbox page of 50, large", "CPU ÷ the same rows by hand", large.InboxCpu / large.YardstickCpu, 3, atLeast: false);
        Row(text, "inbox page of 50, flat", "p95 large ÷ p95 small", large.Inbox.P95 / small.Inbox.P95, 1.3, atLeast: false);
        Row(text, "case page, flat", "p95 large ÷ p95 small", large.Case.P95 / small.Case.P95, 1.3, atLeast: false);
        Row(text, "league table of a month, large", "p95 ms ÷ 150", large.RatesOfMonth.P95 / 150, 1, atLeast: false);
        Row(text, "league table of a year, large", "p95 ms ÷ 150", large.RatesOfYear.P95 / 150, 1, atLeast: false);
        Row(text, "cold start to first page", "time ÷ empty app with EF Core", large.ColdStart / large.EmptyStart, 1.5, atLeast: false);
        Row(text, "worker home page", "KB on the wire ÷ 60", large.HomeBytes / 1024.0 / 60, 1, atLeast: false);
        text.AppendLine().AppendLine("| figure | small | large |").AppendLine("|---|---|---|");
        Figure(text, "submissions a second", small.SubmitRate, large.SubmitRate);
        Figure(text, "pgbench inserts a second", small.PgbenchRate, large.PgbenchRate);
        Figure(text, "inbox p50 ms", small.Inbox.P50, large.Inbox.P50);
        Figure(text, "inbox p95 ms", small.Inbox.P95, large.Inbox.P95);
        Figure(text, "hand-written inbox p95 ms", small.YardstickInbox.P95, large.YardstickInbox.P95);
        Figure(text, "inbox CPU ms a page", small.InboxCpu, large.InboxCpu);
        Figure(text, "hand-written CPU ms a page", small.YardstickCpu, large.YardstickCpu);
        Figure(text, "case p50 ms", small.Case.P50, large.Case.P50);
        Figure(text, "case p95 ms", small.Case.P95, large.Case.P95);
        Figure(text, "search of two characters p95 ms", small.Search.P95, large.Search.P95);
        Figure(text, "league table of a month p95 ms", small.RatesOfMonth.P95, large.RatesOfMonth.P95);
        Figure(text, "league table of a year p95 ms", small.RatesOfYear.P95, large.RatesOfYear.P95);
        Figure(text, "failed page loads", small.Inbox.Failed + small.Case.Failed + small.Search.Failed, large.Inbox.Failed + large.Case.Failed + large.Search.Failed);
        Figure(text, "cold start ms", small.ColdStart, large.ColdStart);
        Figure(text, "empty app ms", small.EmptyStart, large.EmptyStart);
        Figure(text, "worker home page, KB", small.HomeBytes / 1024.0, large.HomeBytes / 1024.0);
        return text.ToString();
    }

    /// <summary>What people wrote under the figures is kept from run to run.</summary>
    public static string Remarks(string readme) =>
        readme.IndexOf(RemarksHeading, StringComparison.Ordinal) is >= 0 and var start ? "\n" + readme[start..] : "";

    private static void Row(StringBuilder text, string path, string measure, double ratio, double budget, bool atLeast)
    {
        var kept = atLeast ? ratio >= budget : ratio <= budget;
        text.AppendLine(CultureInfo.InvariantCulture, $"| {path} | {measure} | **{ratio:0.00}** | {(atLeast ? "≥" : "≤")} {budget:0.##} | {(kept ? "yes" : "no")} |");
    }

    private static void Figure(StringBuilder text, string name, double small, double large) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {small:#,0.##} | {large:#,0.##} |");

    private static string Cpu() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : "unknown";
}
