using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;
using UnionHall.Testing;

namespace UnionHall.Architecture.Tests;

/// <summary>Events are facts of the past, and docs/events.md lists every one with who listens.</summary>
public sealed partial class EventTests(TestSite site) : IClassFixture<TestSite>
{
    private const string ListFile = "docs/events.md";

    // Past participles that do not end in -ed.
    private static readonly string[] Irregular =
        ["Given", "Sent", "Left", "Lent", "Told", "Begun", "Written", "Made", "Taken", "Found", "Put", "Kept", "Read", "Heard", "Bought", "Paid", "Met", "Set", "Held", "Lost", "Won", "Known", "Shown", "Seen", "Done", "Gone", "Broken", "Chosen", "Withdrawn", "Drawn", "Split", "Cut", "Reset", "Swept", "Forgotten"];

    public static IEnumerable<Type> Events => House.Types.Where(type => typeof(IDomainEvent).IsAssignableFrom(type) && !type.IsInterface);

    [Fact]
    public void AnEventIsNamedInThePastTense() =>
        Events
            .Where(type => !Word().Matches(type.Name).Any(word => word.Value.EndsWith("ed", StringComparison.Ordinal) || Irregular.Contains(word.Value)))
            .Select(House.Short)
            .ShouldBeEmpty();

    [Fact]
    public void AnEventIsPublicBecauseOthersListen() =>
        Events.Where(type => !type.IsPublic && site.Services.GetRequiredService<Subscriptions>().To(type).Any()).Select(House.Short).ShouldBeEmpty();

    [Fact]
    public void NoTwoEventsAreStoredUnderOneName() =>
        Events.GroupBy(EventName.Of, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key).ShouldBeEmpty();

    /// <summary>With UNIONHALL_WRITE_DOCS=1 the list is written anew instead of compared.</summary>
    [Fact]
    public void TheListOfEventsIsTrue()
    {
        var list = EventList.Write(Events, site.Services.GetRequiredService<Subscriptions>());
        if (Environment.GetEnvironmentVariable("UNIONHALL_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, ListFile), list);
        }

        House.Read(ListFile).ShouldBe(list, $"write it anew: UNIONHALL_WRITE_DOCS=1 bin/test {nameof(TheListOfEventsIsTrue)}");
    }

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
