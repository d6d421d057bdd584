using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;

namespace UnionHall.Architecture.Tests;

/// <summary>docs/events.md, from the event types, their comments and the registered listeners.</summary>
internal static partial class EventList
{
    private const string Head =
        """
        # Events

        What happens is said once, in the past tense, by the entity or handler that did it. Saving stores each event as one
        audit record and as one job per listener, in the transaction of the change. Events carry ids and facts, never
        personal data. Names are those stored in `audit_entry.what`.

        This list is written by a test and compared by it: `UNIONHALL_WRITE_DOCS=1 bin/test TheListOfEventsIsTrue`.

        """;

    public static string Write(IEnumerable<Type> events, Subscriptions subscriptions)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var module in events.GroupBy(type => type.Assembly.Short()).OrderBy(module => Array.IndexOf(House.Projects, module.Key)))
        {
            var said = Summaries(module.First().Assembly.Location);
            text.Append($"\n## {module.Key}\n| event | when | listeners |\n|---|---|---|\n");
            foreach (var type in module.OrderBy(EventName.Of, StringComparer.Ordinal))
            {
                var listeners = subscriptions.To(type).Select(listener => listener.Handler.Name).Order(StringComparer.Ordinal);
                text.Append($"| `{EventName.Of(type)}` | {said.GetValueOrDefault(type.FullName!, "–")} | {string.Join(", ", listeners.DefaultIfEmpty("–"))} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>First sentences of the type comments, from the documentation file beside the assembly.</summary>
    private static Dictionary<string, string> Summaries(string assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly, ".xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal) && member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value[2..], member => Plain(member.Element("summary")!), StringComparer.Ordinal);

    private static string Plain(XElement summary)
    {
        var words = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => (reference.Attribute("cref") ?? reference.Attribute("name"))?.Value.Split('(')[0].Split('.', ':')[^1],
            XElement element => element.Value,
            _ => string.Empty,
        }));
        return FirstSentence().Match(Space().Replace(words, " ").Trim()).Value.Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^.*?(\.(?=\s|$)|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
