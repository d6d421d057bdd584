using DocumentFormat.OpenXml.Packaging;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Rates;
using UnionHall.Requests.ReadBulletin;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReadBulletin;

public sealed class ReadBulletinTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private static readonly Actor Desk = Actor.Platform("测试");

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Parts_AddUpToTheTotal_WithWhatIsUnderWay_AndChangesAgainstBefore()
    {
        await given.SubmittedAsync(city.Courier);
        site.Clock.Set(ManualClock.Start.AddMonths(1));
        await given.SubmittedAsync(city.Courier);
        await given.WithdrawnAsync(await given.SubmittedAsync(city.Restaurant, service: "wage-arrears"));
        var done = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(done, city.Courier);
        await given.RepliedAsync(done);
        await given.ConfirmedAsync(done);

        var bulletin = await OfAsync(city.City);
        (bulletin.Total.Count, bulletin.Total.Previous, bulletin.Total.Step, bulletin.Total.Yearly).ShouldBe((3, 1, "+200.00%", "—"));
        foreach (var (title, lines) in bulletin.Tables)
        {
            (lines.Sum(line => line.Count), lines.Sum(line => line.Previous)).ShouldBe((3, 1), title);
        }

        bulletin.Ends.Single(line => line.Name == "流转中").Count.ShouldBe(1);
        bulletin.Ends.Single(line => line.Name == "派单办结").Of(bulletin.Total.Count).ShouldBe("33.33%");
    }

    [Fact]
    public async Task APeriodThatIsNotOver_SaysSo_AndIsComparedWithAsManyDays()
    {
        await given.SubmittedAsync(city.Courier);
        site.Clock.Set(ManualClock.Start.AddDays(5));
        await given.SubmittedAsync(city.Courier);
        site.Clock.Set(ManualClock.Start.AddMonths(1));
        await given.SubmittedAsync(city.Courier);

        var bulletin = await OfAsync(city.City);
        (bulletin.Days, bulletin.Total.Count, bulletin.Total.Previous).ShouldBe((18, 1, 1));
        bulletin.Sentences[0].ShouldBe("2026年10月还没有过完，才到第 18 天；环比、同比是和上一期、去年同期的头 18 天比。");
        var page = await (await city.AsAsync(Role.Chair, city.City)).GetAsync("/desk/bulletin");
        page.Text.ShouldContain("还没有过完");
        page.Text.ShouldContain("都只比头 18 天");

        site.Clock.Set(ManualClock.Start.AddMonths(1).AddDays(14));
        var over = await OfAsync(city.City, new DateOnly(2026, 10, 1));
        (over.Days, over.Total.Count, over.Total.Previous).ShouldBe((null, 1, 2));
        over.Sentences.ShouldAllBe(sentence => !sentence.Contains("头 "));
    }

    [Fact]
    public async Task FewerAnswersThanTheRatesAsk_GiveNoRate()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Anhe);
        await given.RepliedAsync(reference);
        await given.ConfirmedAsync(reference);
        var bulletin = await OfAsync(city.City);
        bulletin.RepeatedSatisfied.Count.ShouldBe(1);
        var said = string.Join('\n', bulletin.Sentences);
        said.ShouldContain("其中评了的 1 件，满意率：答得太少不算。");
        said.ShouldContain("已经答复 1 件，其中按时答复 1 件。");
        said.ShouldNotContain("按时率");
    }

    [Fact]
    public async Task TheWordFile_SaysWhatThePageSays()
    {
        await given.SubmittedAsync(city.Courier);
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var page = await chair.GetAsync("/desk/bulletin");
        page.Text.ShouldContain("2026年9月到现在共收到诉求");
        page.HasButton("下载 Word 文件").ShouldBeTrue();
        using var word = WordprocessingDocument.Open(BulletinDocument.Write(await OfAsync(city.Anhe), "2026年9月18日"), isEditable: false);
        var text = word.MainDocumentPart!.Document.InnerText;
        text.ShouldContain("安和区总工会职工诉求办理通报");
        text.ShouldContain("流转中");
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(word, stop).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatWasSentDown_IsNotAnsweredAtOnce_ThoughTheFirstReceiverAnswers_AndIsTheWorkOfWhoLed()
    {
        var sent = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(sent, city.Courier);
        await given.AcknowledgedAsync(sent);
        await given.ChangedAsync(sent, request => request.ReportResult("换好了", city.Qingxi, Desk, site.Clock.GetUtcNow()));
        await given.RepliedAsync(sent);
        await given.ConfirmedAsync(sent);
        var atOnce = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(atOnce);
        await given.ConfirmedAsync(atOnce);

        var bulletin = await OfAsync(city.Qingxi);
        bulletin.Ends.Select(line => (line.Name, line.Count)).ShouldBe([("首接单位直接办结", 1), ("派单办结", 1)], ignoreOrder: true);
        bulletin.Units.Select(line => line.Count).ShouldBe([1, 1]);
        bulletin.Units.ShouldContain(line => line.Name.StartsWith("顺启快运", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatAUnitOnlyHelpedWith_WasNotReceivedByIt()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var term = HopTerm.Until(site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddDays(1));
        await given.ChangedAsync(reference, request => request.Call(OrderRole.Helper, [new SideCall(city.Beiyuan, term, "查一下")], Desk, site.Clock.GetUtcNow()));

        (await OfAsync(city.Donghu)).Total.Count.ShouldBe(0);
        (await OfAsync(city.Anhe)).Total.Count.ShouldBe(1);
        (await OfAsync(city.City)).Total.Count.ShouldBe(1);
    }

    [Fact]
    public async Task OnTime_IsMeasuredByTheFirstAnswer()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Anhe);
        site.Clock.Advance(TimeSpan.FromDays(90));
        await given.RepliedAsync(reference);
        var request = await given.ReadAsync(reference);
        request.RepliedAt!.Value.ShouldBeGreaterThan(request.DueAt);
        request.FirstAnswerAt.ShouldBe(ManualClock.Start);

        site.Clock.Set(ManualClock.Start);
        var bulletin = await OfAsync(city.City);
        (bulletin.Answered, bulletin.OnTime).ShouldBe((1, 1));
    }

    private Task<Bulletin> OfAsync(UnitId unit, DateOnly? month = null) => site.WithAsync<IServiceProvider, Bulletin>(async services =>
    {
        var found = await ((UnitDirectory)services.GetService(typeof(UnitDirectory))!).FindAsync(unit, stop);
        return await ((BulletinQuery)services.GetService(typeof(BulletinQuery))!).OfAsync(found!, RatePeriod.Month(month ?? UnionHall.Platform.Time.ChinaTime.Today(site.Clock)), stop);
    });
}
