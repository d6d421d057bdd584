using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ImportLetters;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ImportLetters;

public sealed class LetterImportTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Head = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n";
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private UnitSummary city = null!;

    public async ValueTask InitializeAsync() => city = await site.WithAsync<UnitDirectory, UnitSummary>(async units =>
        (await units.RootsAsync(stop)).FirstOrDefault() ?? (await units.FindAsync(await site.UnitAsync("澜江市总工会", UnitKind.Federation), stop))!);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Run_StoresALetterWithItsAnswerAtTheirOwnDates()
    {
        await RunAsync("1,甲,路灯坏了,2019/1/6 9:05:01,\"\n\t\t\t巷口路灯坏了两个月\n\t\t\",已经修好。,2019-01-20 17:31:20\n");

        await site.WithAsync<RequestsDb>(async db =>
        {
            var request = await db.Requests.Include(row => row.Timeline).SingleAsync(row => row.Title == "路灯坏了", stop);
            request.Reference.ShouldStartWith("2019-");
            request.Words.ShouldBe("巷口路灯坏了两个月");
            request.SubmittedAt.ShouldBe(new DateTimeOffset(2019, 1, 6, 1, 5, 1, TimeSpan.Zero));
            request.State.ShouldBe(RequestState.Closed);
            request.Outcome.ShouldBe(Outcome.Silent);
            request.Timeline.Single(entry => entry.Kind == TimelineKind.Replied).At.ShouldBe(new DateTimeOffset(2019, 1, 20, 9, 31, 20, TimeSpan.Zero));
            (await db.Reach.AnyAsync(reach => reach.RequestId == request.Id && reach.UnitId == city.UnitId, stop)).ShouldBeTrue();
        });
    }

    [Fact]
    public async Task Run_LeavesOneAuditRecordAndTellsNobody()
    {
        await RunAsync("2,乙,井盖,2018/3/1 8:00:00,井盖松了,换了,2018/3/9 8:00:00\n");

        await site.WithAsync<RequestsDb>(async db =>
        {
            var request = await db.Requests.SingleAsync(row => row.Title == "井盖", stop);
            var records = await db.Context.Set<AuditEntry>().Where(entry => entry.SubjectId == request.Id.Value).ToListAsync(stop);
            records.ShouldHaveSingleItem().What.ShouldBe("letter-imported");
            (await db.Context.Set<Job>().AnyAsync(job => job.Kind.StartsWith("request-"), stop)).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task Run_RefusesBadRowsWithTheReasonAndKeepsTheRest()
    {
        var count = await RunAsync(
            "3,丙,一,2018/3/1 8:00:00,内容,答复,2018/4/24\n" +
            "4,丙,二,2018/3/1 8:00:00,内容二,答复,2018/2/24 8:00:00\n" +
            "5,丙,三,2018/3/1 8:00:00, ,答复,2018/3/24 8:00:00\n" +
            "6,丙,四,2018/3/1 8:00:00,内容四,答复,2018/3/24 8:00:00\n" +
            "6,丙,四,2018/3/1 8:00:00,内容四,答复,2018/3/24 8:00:00\n");

        count.Imported.ShouldBe(1);
        count.Refused.Select(row => row.Row).ShouldBe([2, 3, 4, 6]);
        count.Refused[0].Refusal!.ShouldContain("2018/4/24");
        count.Refused[3].Refusal!.ShouldContain("第 5 行");
    }

    [Fact]
    public async Task Preview_OfALetter_DoesNotPutTheAnswerInTheWorkersMouth()
    {
        await RunAsync("9,己,热水,2019/3/1 8:00:00,宿舍没有热水,锅炉修好了。,2019/3/9 8:00:00\n");
        var reference = await site.WithAsync<RequestsDb, string>(db => db.Requests.Where(row => row.Title == "热水").Select(row => row.Reference).SingleAsync(stop));
        using var reader = await site.StaffBrowserAsync(Role.Handler, city.UnitId);

        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri($"/desk/requests/{reference}/preview", UriKind.Relative)) { Headers = { { "HX-Request", "true" } } };
        using var answer = await reader.SendRawAsync(asked);
        var pane = await answer.Content.ReadAsStringAsync(stop);

        pane.ShouldContain("锅炉修好了。");
        pane.ShouldContain("来信导入 ·");
        pane.ShouldNotContain("职工 ·");
    }

    [Fact]
    public async Task Run_WaitsForTheWorkersWordAsLongAsTheSettingOfThatDaySays()
    {
        await site.ExecuteAsync("insert into request_setting (key, valid_from, value, basis) values ('confirm-days', '2015-01-01', 3, '测试'), ('confirm-days', '2015-06-01', 7, '测试')");
        await RunAsync("10,庚,水管,2015/3/1 8:00:00,水管漏水,修好了。,2015/3/9 8:00:00\n");
        await site.WithAsync<RequestsDb>(async db => (await db.Requests.SingleAsync(row => row.Title == "水管", stop)).ClosedAt
            .ShouldBe(new DateTimeOffset(2015, 3, 12, 9, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Run_Twice_AddsNone()
    {
        const string rows = "7,丁,五,2017/3/1 8:00:00,内容五,答复,2017/3/24 8:00:00\n";
        (await RunAsync(rows)).Imported.ShouldBe(1);

        var again = await RunAsync(rows);

        again.Imported.ShouldBe(0);
        again.Already.ShouldBe(1);
    }

    [Fact]
    public async Task Run_Dry_StoresNothing()
    {
        var count = await RunAsync("8,戊,六,2016/3/1 8:00:00,内容六,答复,2016/3/24 8:00:00\n", dryRun: true);

        count.Imported.ShouldBe(1);
        (await site.WithAsync<RequestsDb, bool>(db => db.Requests.AnyAsync(row => row.Title == "六", stop))).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_OfTheRealFile_TakesEveryRowOrSaysWhyNot()
    {
        var path = Repository.SharedData("petitions/replies.csv.gz");
        Assert.SkipWhen(path is null, "The shared data is not here.");

        var count = await RunAsync(File.OpenRead(path!), dryRun: false);

        count.Rows.ShouldBe(2816);
        count.Refused.ShouldAllBe(row => row.Refusal!.Length > 0);
        count.Imported.ShouldBe(2816 - count.Refused.Count);
        (await RunAsync(File.OpenRead(path!), dryRun: false)).Imported.ShouldBe(0);
    }

    private Task<LetterCount> RunAsync(string rows, bool dryRun = false) => RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Head + rows)), dryRun);

    private async Task<LetterCount> RunAsync(Stream content, bool dryRun)
    {
        await using (content)
        {
            var file = LetterFile.Open(content, site.Clock.GetUtcNow());
            return await site.WithAsync<LetterImport, LetterCount>(import => import.RunAsync(file, city, dryRun, _ => { }, stop));
        }
    }
}
