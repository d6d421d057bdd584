using System.Net;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Rates;
using UnionHall.Requests.ReadSigns;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReadRates;

/// <summary>三率: what counts, what does not, and who may see whose.</summary>
public sealed class ReadRatesPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private GivenFollowUps calls = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
        calls = new GivenFollowUps(site, city);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnApprovedExclusion_TakesTheCaseOutOfTheRate()
    {
        await HeardAsync();
        var bad = await HeardAsync("不满意");
        var before = await CountsAsync();
        (before.Answered, before.Satisfied, before.InTime).ShouldBe((2, 1, 2));

        await LayAsideAsync(bad);
        var after = await CountsAsync();
        (after.Answered, after.Satisfied, after.Excluded).ShouldBe((1, 1, 1));
        (await (await city.AsAsync(Role.Chair, city.Qingxi)).GetAsync($"/desk/rates/cases?what=excluded")).Text.ShouldContain("剔除");
    }

    [Fact]
    public async Task ADeferral_LeavesTheRate_AndReentersWhenItEnds()
    {
        var reference = await calls.ConfirmedAsync();
        await calls.AnswerAsync(await calls.CallerAsync(), reference, "没解决", "不满意");
        var before = await CountsAsync();
        before.Answered.ShouldBe(1);
        await DeskAsync(reference, (request, calendar, actor, now) =>
        {
            request.Acknowledge(actor, now).Refusal.ShouldBeNull();
            var ask = request.AskClock(new ClockWish(ClockAskKind.Deferral, null, now.AddDays(5), "配件要从外地运来", "采购单 12 号"), null, calendar, actor, now);
            ask.Refusal.ShouldBeNull();
            request.Decide(ask.Value!, true, null, null, calendar, Actor.Platform("上级"), now).Refusal.ShouldBeNull();
            return ask.Value;
        });

        var deferred = await CountsAsync();
        (deferred.Answered, deferred.Deferred).ShouldBe((0, 1));

        site.Clock.Advance(TimeSpan.FromDays(2));
        await DeskAsync(reference, (request, calendar, actor, now) =>
        {
            request.Resume("配件到了", calendar, actor, now).Refusal.ShouldBeNull();
            return null;
        });
        var again = await CountsAsync();
        (again.Answered, again.Deferred).ShouldBe((1, 0));
    }

    [Fact]
    public async Task ThePage_ShowsEachUnitBelow_MarksThoseWithTooFewAnswers_AndExports()
    {
        await HeardAsync();
        await site.ExecuteAsync("update rate_formula set least_answers = 1");
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var page = await chair.GetAsync("/desk/rates");
        page.Title.ShouldContain("安和区总工会 三率");
        page.Text.ShouldContain("100.00%");
        page.Text.ShouldContain("1 件里 1 件 · 95% 区间");
        await site.ExecuteAsync("update rate_formula set least_answers = 10");
        page = await chair.GetAsync("/desk/rates");
        page.Text.ShouldContain("只有");
        page.Text.ShouldContain("不到 10 件，不算比例");
        (await chair.PressAsync(page, "导出 CSV")).Body.ShouldContain("清溪街道总工会");
        (await site.CountAsync("audit_entry where what = 'rates-exported'")).ShouldBeGreaterThan(0);
        (await chair.GetAsync("/desk/rates/signs")).Text.ShouldContain("清溪街道总工会");
        (await chair.GetAsync("/desk/rates/cases")).Text.ShouldContain("解决了 · 满意");
    }

    [Fact]
    public async Task AnotherDistrictsRates_AreNotFound_AndTheChoiceFollowsTheUnion()
    {
        var other = await city.AsAsync(Role.Chair, city.Donghu);
        var code = await site.WithAsync<UnitDirectory, string>(async units => (await units.FindAsync(city.Qingxi, stop))!.Code);
        foreach (var address in new[] { "/desk/rates", "/desk/rates/cases", "/desk/rates/signs", "/desk/bulletin" })
        {
            (await other.GetAsync($"{address}?unit={code}")).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await other.GetAsync("/desk/rates?period=u2026")).Text.ShouldContain("2025-10-01 至 2026-09-30");
    }

    [Fact]
    public async Task TheFormula_IsDatedData()
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var wrong = await admin.PressAsync(await admin.GetAsync("/admin/rates"), "改", ("响应率的权重", "50"), ("依据", "九月办公会纪要"));
        wrong.Text.ShouldContain("三个权重加起来要等于 100");
        var done = await admin.PressAsync(await admin.GetAsync("/admin/rates"), "改", ("响应率的权重", "20"), ("解决率的权重", "40"), ("满意率的权重", "40"), ("依据", "九月办公会纪要"));
        done.Text.ShouldContain("20、40、40");
        (await site.CountAsync("rate_formula")).ShouldBe(2);
        var last = await site.WithAsync<RateBook, RateFormula>(book => book.FormulaAsync(RatePeriod.Parse("2026-08", new DateOnly(2026, 9, 18)), stop));
        last.ResponseWeight.ShouldBe(30);
    }

    [Fact]
    public async Task AnOrderThatEndedUnsigned_IsNoSign()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        site.Clock.Advance(TimeSpan.FromDays(2));
        (await UnsignedAsync()).ShouldBe(1);
        await given.WithdrawnAsync(reference);
        (await UnsignedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TheCasesBehindARate_FollowTheFormula_AndTheDeferrals()
    {
        var reference = await HeardAsync("基本满意");
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        async Task<bool> ShowsAsync(string what) => (await chair.GetAsync($"/desk/rates/cases?what={what}")).Body.Contains(reference, StringComparison.Ordinal);
        (await ShowsAsync("dissatisfied")).ShouldBeFalse();
        await site.ExecuteAsync("update rate_formula set satisfied_grades = array['very-satisfied', 'satisfied'], solved_answers = array[]::text[]");
        (await ShowsAsync("dissatisfied")).ShouldBeTrue();
        (await ShowsAsync("unsolved")).ShouldBeTrue();
        await site.ExecuteAsync("update rate_formula set satisfied_grades = array['very-satisfied', 'satisfied', 'fairly-satisfied'], solved_answers = array['solved']");

        await site.ExecuteAsync($"update request set is_deferred = true where reference = '{reference}'");
        (await ShowsAsync("answered")).ShouldBeFalse();
        (await ShowsAsync("deferred")).ShouldBeTrue();
    }

    private async Task<string> HeardAsync(string rating = "满意")
    {
        var reference = await calls.ConfirmedAsync();
        await calls.AnswerAsync(await calls.CallerAsync(), reference, rating: rating);
        return reference;
    }

    /// <summary>Of the employer's union of this test's own city.</summary>
    private Task<RateCounts> CountsAsync() => site.WithAsync<RateBook, RateCounts>(async book =>
    {
        var period = RatePeriod.Parse("2026-09", new DateOnly(2026, 9, 18));
        return (await book.OfAllAsync(period, await book.FormulaAsync(period, stop), stop)).GetValueOrDefault(city.Courier, RateCounts.None);
    });

    private Task LayAsideAsync(string reference) => site.WithAsync<RequestsDb>(async db =>
    {
        var request = (await db.FindAsync(reference, stop))!;
        var followUp = db.FollowUps.Single(row => row.RequestId == request.Id);
        var (asker, decider, now) = (Actor.Platform("李同志"), Actor.Platform("孙同志"), site.Clock.GetUtcNow());
        var review = ScoringReview.Ask(request, 1, followUp.UnitId, ReviewKind.Exclusion, request.AskReview(ReviewKind.Exclusion, followUp.UnitId, "单位迁走了", asker, now), asker, now);
        db.Reviews.Add(review);
        review.Decide(true, "属实", request, followUp, decider, now).Refusal.ShouldBeNull();
        await db.SaveAsync(decider, stop);
    });

    private Task DeskAsync(string reference, Func<Request, WorkingCalendar, Actor, DateTimeOffset, ClockAsk?> act) => site.WithAsync<IServiceProvider>(async services =>
    {
        var db = (RequestsDb)services.GetService(typeof(RequestsDb))!;
        var calendar = await ((Calendars)services.GetService(typeof(Calendars))!).CurrentAsync(stop);
        if (act((await db.FindAsync(reference, stop))!, calendar, Actor.Platform("周同志"), site.Clock.GetUtcNow()) is { } ask)
        {
            db.ClockAsks.Add(ask);
        }

        await db.SaveAsync(Actor.Platform("周同志"), stop);
    });

    /// <summary>What the employer's union left unsigned.</summary>
    private Task<int> UnsignedAsync() => site.WithAsync<IServiceProvider, int>(async services =>
    {
        var street = await ((UnitDirectory)services.GetService(typeof(UnitDirectory))!).FindAsync(city.Qingxi, stop);
        var rows = await ((SignQuery)services.GetService(typeof(SignQuery))!).ListAsync(street!, RatePeriod.Month(ChinaTime.Today(site.Clock)), stop);
        return rows.Single(row => row.Unit.UnitId == city.Courier).Unsigned;
    });
}
