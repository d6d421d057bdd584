using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Clocks;

/// <summary>The table of domain rules, section 12, as it is shipped.</summary>
public sealed class ClockRuleTests(TestSite site) : IClassFixture<TestSite>
{
    // From Friday 18 September 2026, 14:20. Calendar days that end on a day off move on: 25 to 27 September is 中秋, 1 to 7 October 国庆.
    [Theory]
    [InlineData("K1", "handle", "complaint", "emergency", "2026-09-18 16:20")]
    [InlineData("K1", "contact", "complaint", "emergency", "2026-09-18 16:20")]
    [InlineData("K2", "handle", "complaint", "urgent", "2026-09-19 14:20")]
    [InlineData("K2", "contact", "help", "urgent", "2026-09-19 14:20")]
    [InlineData("K3", "handle", "complaint", "ordinary", "2026-09-28 17:30")]
    [InlineData("K4", "handle", "complaint", "complex", "2026-10-08 17:30")]
    [InlineData("K5", "notice", "petition", "ordinary", "2026-10-08 17:30")]
    [InlineData("K6", "objection", "petition", "ordinary", "2026-09-24 17:30")]
    [InlineData("K7", "decision", "petition", "ordinary", "2026-11-17 17:30")]
    [InlineData("K8", "ask-review", "petition", "ordinary", "2026-10-19 17:30")]
    [InlineData("K8", "review", "petition", "ordinary", "2026-10-19 17:30")]
    [InlineData("K9", "ask-second-review", "petition", "ordinary", "2026-10-19 17:30")]
    [InlineData("K9", "second-review", "petition", "ordinary", "2026-10-19 17:30")]
    [InlineData("K10", "employer-answer", "complaint", "ordinary", "2026-10-08 17:30")]
    [InlineData("K11", "opinion-answer", "complaint", "ordinary", "2026-10-15 17:30")]
    [InlineData("K12", "out-of-scope-notice", "complaint", "ordinary", "2026-09-24 17:30")]
    [InlineData("K13", "authority-notice", "complaint", "ordinary", "2026-10-15 17:30")]
    public async Task BeijingIsInForce_AndEachRuleEndsOnItsDay(string code, string duty, string matter, string urgency, string due)
    {
        var book = await BookAsync();
        book.Profile.Profile.ShouldBe("beijing");
        var rule = book.Find(EnumText.Parse<ClockDuty>(duty), EnumText.Parse<MatterType>(matter), EnumText.Parse<Urgency>(urgency)).ShouldNotBeNull();
        rule.Code.ShouldBe(code);
        GivenClock.Said(new Deadline(GivenClock.Calendar).After(ManualClock.Start, rule.Limit).At).ShouldBe(due);
    }

    [Fact]
    public async Task APetitionIsDecidedIn60Days_ExtendedBy30Once_UnlessItIsPressing()
    {
        var book = await BookAsync();
        var rule = book.Handling(MatterType.Petition, Urgency.Ordinary).ShouldNotBeNull();
        (rule.Code, rule.Limit, rule.Extension, rule.ExtensionTimes).ShouldBe(("K7", new Limit(60, LimitUnit.CalendarDays), new Limit(30, LimitUnit.CalendarDays), 1));
        book.Handling(MatterType.Petition, Urgency.Emergency)!.Code.ShouldBe("K1");
        book.Handling(MatterType.Complaint, Urgency.Urgent)!.MayExtend.ShouldBeFalse();
    }

    [Fact]
    public async Task ThreeCitiesAreLoaded_AndWhatIsNotFromADocumentSaysSo()
    {
        await BookAsync();
        var rules = await site.WithAsync<RequestsDb, List<ClockRule>>(db => Task.FromResult(db.Context.Set<ClockRule>().ToList()));
        rules.GroupBy(rule => rule.Profile).Select(city => (city.Key, city.Count())).OrderBy(city => city.Key, StringComparer.Ordinal)
            .ShouldBe([("beijing", 17), ("qingdao", 17), ("zhejiang", 17)]);
        rules.Single(rule => rule is { Profile: "zhejiang", Code: "K3" }).Basis.ShouldBe("示例值，启用前按本地文件核对");
    }

    private async Task<RuleBook> BookAsync()
    {
        await GivenCity.BuildAsync(site);
        return await site.WithAsync<ClockRules, RuleBook>(async rules =>
        {
            rules.Forget();
            return await rules.InForceAsync(TestContext.Current.CancellationToken);
        });
    }
}
