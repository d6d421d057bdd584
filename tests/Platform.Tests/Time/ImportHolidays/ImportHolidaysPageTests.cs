using System.Net;
using System.Text;
using UnionHall.Organisation;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Time.ImportHolidays;

public sealed class ImportHolidaysPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Basis = "国办发明电〔2026〕9号";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin/calendar")]
    [InlineData("/admin/calendar/import")]
    [InlineData("/admin/calendar/2026")]
    public async Task Get_OnlyForTheSystemAdministrator(string address)
    {
        using var visitor = site.NewBrowser();
        (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        using var handler = await SomeoneAsync(Role.Handler);
        (await handler.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = await SomeoneAsync(Role.SystemAdmin);
        (await admin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/admin")).LinkTo("节假日").ShouldBe("/admin/calendar");
        (await admin.GetAsync("/admin/calendar/1066")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Import_ShowsWhatChanges_ThenApplies_AndSaysWhoDidIt()
    {
        using var admin = await SomeoneAsync(Role.SystemAdmin);
        (await admin.GetAsync("/admin/calendar/2030")).Text.ShouldContain("还没公布");

        var look = await LookAsync(admin, "2030.csv", "date,name,is_off_day\n2030-01-01,元旦,1\n2030-01-05,元旦,0\n");
        look.Text.ShouldContain("会改 2 天，2030 年");
        look.Text.ShouldContain("2030-01-05 周六照平常元旦调休上班");
        (await WorksAsync(new DateOnly(2030, 1, 5))).ShouldBeFalse();

        var done = await admin.PressAsync(look, "就这样导入");
        done.Path.ShouldBe("/admin/calendar");
        done.Text.ShouldContain("2030 年的放假安排导入好了，改动 2 天");
        done.Text.ShouldContain($"李敏 今天 14:20导入，依据 {Basis}");
        done.Text.ShouldContain("2026 年 已公布");
        (await WorksAsync(new DateOnly(2030, 1, 5))).ShouldBeTrue();
        (await WorksAsync(new DateOnly(2026, 10, 1))).ShouldBeFalse();
        var year = await admin.GetAsync("/admin/calendar/2030");
        year.Text.ShouldContain("1月1日放假；1月5日上班");
        year.Text.ShouldContain("2030-01-05 周六：照平常 → 元旦调休上班");
    }

    [Fact]
    public async Task Import_OfTheSameYearAgain_TakesItsPlace()
    {
        using var admin = await SomeoneAsync(Role.SystemAdmin);
        await admin.PressAsync(await LookAsync(admin, "a.csv", "date,name,is_off_day\n2031-01-01,元旦,1\n2031-05-01,劳动节,1\n"), "就这样导入");
        var again = """{"year": 2031, "days": [{"name": "元旦", "date": "2031-01-01", "isOffDay": true}, {"name": "劳动节", "date": "2031-05-02", "isOffDay": true}]}""";

        var look = await LookAsync(admin, "b.json", again);

        look.Text.ShouldContain("会改 2 天");
        look.Text.ShouldContain("2031-05-01 周四劳动节放假照平常");
        await admin.PressAsync(look, "就这样导入");
        (await WorksAsync(new DateOnly(2031, 5, 1))).ShouldBeTrue();
        (await WorksAsync(new DateOnly(2031, 5, 2))).ShouldBeFalse();
        (await LookAsync(admin, "b.json", again)).ErrorAt("文件").ShouldBe("文件和现在的日历一样，没有要改的。");
    }

    [Fact]
    public async Task Import_WithFaults_IsRefusedAtTheRightField()
    {
        using var admin = await SomeoneAsync(Role.SystemAdmin);
        var page = await admin.GetAsync("/admin/calendar/import");

        var none = await admin.PressAsync(page, "看看会改什么");
        none.ErrorAt("文件").ShouldBe("选一个文件。");
        none.ErrorAt("依据").ShouldNotBeNull().ShouldStartWith("依据还没写");
        var broken = await LookAsync(admin, "x.csv", "date,name,is_off_day\n2032-13-01,元旦,1\n");
        broken.ErrorAt("文件").ShouldNotBeNull().ShouldContain("第 2 行：日期要像 2026-10-01");
        broken.HasButton("就这样导入").ShouldBeFalse();
        (await LookAsync(admin, "x.csv", new string('节', 200_000))).ErrorAt("文件").ShouldNotBeNull().ShouldContain("选错了文件");
    }

    [Fact]
    public async Task Command_DriesRun_ThenImports()
    {
        var path = Path.Combine(site.DataFolder, "2033.csv");
        await File.WriteAllTextAsync(path, "date,name,is_off_day\n2033-01-03,元旦,1\n", stop);

        var dry = await RunAsync(0, path, "--dry-run", "--json");
        dry.ShouldContain("\"dryRun\":true");
        dry.ShouldContain("\"date\":\"2033-01-03\"");
        (await WorksAsync(new DateOnly(2033, 1, 3))).ShouldBeTrue();
        (await RunAsync(0, path)).ShouldContain("已导入：2033 年的安排，改动 1 天。");
        (await WorksAsync(new DateOnly(2033, 1, 3))).ShouldBeFalse();
        (await RunAsync(1, path)).ShouldContain("没有要改的");
    }

    private async Task<string> RunAsync(int code, params string[] words)
    {
        using var said = new StringWriter();
        (await site.WithAsync<CommandRunner, int>(runner => runner.RunAsync(["holidays", "import", .. words], said, said, stop))).ShouldBe(code, said.ToString());
        return said.ToString();
    }

    private static async Task<PageAnswer> LookAsync(Browser admin, string name, string content) => await admin.PressWithFileAsync(
        await admin.GetAsync("/admin/calendar/import"), "看看会改什么", "文件", name, Encoding.UTF8.GetBytes(content), ("依据", Basis));

    private async Task<bool> WorksAsync(DateOnly day) =>
        (await site.WithAsync<Calendars, WorkingCalendar>(calendars => calendars.CurrentAsync(stop).AsTask())).IsWorkingDay(day);

    private async Task<Browser> SomeoneAsync(Role role) => await site.StaffBrowserAsync(role, await site.UnitAsync($"{role}总工会", UnitKind.Federation));
}
