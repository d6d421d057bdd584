using DocumentFormat.OpenXml.Packaging;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Rates;
using UnionHall.Requests.ReadBulletin;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReadBulletin;

public sealed class ReadBulletinTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
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
    public async Task TheWordFile_SaysWhatThePageSays()
    {
        await given.SubmittedAsync(city.Courier);
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var page = await chair.GetAsync("/desk/bulletin");
        page.Text.ShouldContain("2026年9月共收到诉求");
        page.HasButton("下载 Word 文件").ShouldBeTrue();
        using var word = WordprocessingDocument.Open(BulletinDocument.Write(await OfAsync(city.Anhe), "2026年9月18日"), isEditable: false);
        var text = word.MainDocumentPart!.Document.InnerText;
        text.ShouldContain("安和区总工会职工诉求办理通报");
        text.ShouldContain("流转中");
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(word, stop).ShouldBeEmpty();
    }

    private Task<Bulletin> OfAsync(UnitId unit) => site.WithAsync<IServiceProvider, Bulletin>(async services =>
    {
        var found = await ((UnitDirectory)services.GetService(typeof(UnitDirectory))!).FindAsync(unit, stop);
        return await ((BulletinQuery)services.GetService(typeof(BulletinQuery))!).OfAsync(found!, RatePeriod.Month(UnionHall.Platform.Time.ChinaTime.Today(site.Clock)), stop);
    });
}
