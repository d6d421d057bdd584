using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Accounts;

/// <summary>The pages under /admin/accounts stand in Platform; whose accounts an administrator reaches is told by the posts.</summary>
public sealed partial class AccountPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Theory]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/accounts/create")]
    [InlineData("/admin/accounts/password")]
    public async Task Get_ForOthers_IsShut(string address)
    {
        var city = await given.UnitAsync();
        using var stranger = site.NewBrowser();
        using var chair = await site.StaffBrowserAsync(Role.Chair, city);
        using var systemAdministrator = await site.StaffBrowserAsync(Role.SystemAdmin, city);

        (await stranger.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        (await chair.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await systemAdministrator.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Create_GivesAOneTimePassword_ThatMustBeChanged()
    {
        var (browser, _) = await CityAsync();
        (await browser.GetAsync("/admin")).LinkTo("账号").ShouldBe("/admin/accounts");
        var page = await browser.GetAsync((await browser.GetAsync("/admin/accounts")).LinkTo("开账号"));
        (await browser.PressAsync(page, "开账号", ("姓名", "韩新"), ("账号", "1x"))).ErrorAt("账号").ShouldNotBeNull().ShouldContain("以字母开头");

        var (first, second) = await browser.PressTwiceAsync(page, "开账号", ("姓名", "韩新来"), ("账号", "Han.New"));

        var password = PasswordOn(first);
        PasswordOn(second).ShouldBe(password);
        first.Text.ShouldContain("han.new");
        (await browser.GetAsync("/admin/accounts?q=韩新来")).Text.ShouldContain("待换密码");
        using var he = await site.SignedInAsync("han.new", password);
        (await he.GetAsync("/desk")).Path.ShouldStartWith("/account/password");

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        var gone = await browser.GetAsync(first.Path);
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Body.ShouldNotContain(password);
    }

    [Fact]
    public async Task TheSlip_OpensForNobodyElse()
    {
        var (browser, city) = await CityAsync();
        var slip = await browser.PressAsync(await browser.GetAsync("/admin/accounts/create"), "开账号", ("姓名", "韩保密"), ("账号", "han.slip"));
        using var colleague = await site.StaffBrowserAsync(Role.SecurityAdmin, city);

        (await colleague.GetAsync(slip.Path)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Disable_EndsEverythingAtOnce_AndEnableLetsHimInAgain_WithTheReasonOnTheRecord()
    {
        var (browser, city) = await CityAsync();
        var account = await StaffAsync(city, "out.one", "丁离开");
        using var he = await site.SignedInAsync("out.one");
        var page = await OpenAsync(browser, "丁离开");
        var refused = await browser.PressAsync(page, "停用这个账号");
        refused.ErrorAt("为什么").ShouldBe("写一句为什么，会记在审计里。");
        refused.Field("为什么").ClassList.ShouldContain("form-control");

        (await browser.PressAsync(page, "停用这个账号", ("为什么", "调离工会"))).Text.ShouldContain("停用了");

        (await he.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
        (await he.SignInAsync("out.one")).Text.ShouldContain("这个账号已经停用");
        (await RecordAsync(account, "account-disabled")).ShouldBe("调离工会");
        (await browser.GetAsync("/admin/accounts?q=丁离开")).Text.ShouldContain("没有符合的账号");
        page = await browser.GetAsync((await browser.GetAsync("/admin/accounts?q=丁离开&state=disabled")).LinkTo("丁离开"));
        page.HasButton("换一次性密码").ShouldBeFalse();

        (await browser.PressAsync(page, "恢复这个账号", ("为什么", "又回来了"))).Text.ShouldContain("恢复了");
        (await he.SignInAsync("out.one")).Path.ShouldBe("/desk");
        (await RecordAsync(account, "account-enabled")).ShouldBe("又回来了");
    }

    [Fact]
    public async Task Unlock_LetsHimInBeforeTheHalfHour()
    {
        var (browser, city) = await CityAsync();
        var account = await StaffAsync(city, "locked.one", "孟锁住");
        using var he = site.NewBrowser();
        (await OpenAsync(browser, "孟锁住")).HasButton("解开锁").ShouldBeFalse();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await he.SignInAsync("locked.one", "Wrong-1word");
        }

        var page = await OpenAsync(browser, "孟锁住");
        page.Text.ShouldContain("连着输错密码，锁到");
        await browser.PressAsync(page, "解开锁", ("为什么", "本人到场"));

        (await he.SignInAsync("locked.one")).Path.ShouldBe("/desk");
        (await RecordAsync(account, "account-unlocked")).ShouldBe("本人到场");
    }

    [Fact]
    public async Task EndSessions_SignsHimOutEverywhere()
    {
        var (browser, city) = await CityAsync();
        var account = await StaffAsync(city, "many.one", "白多端");
        using var first = await site.SignedInAsync("many.one");
        using var second = await site.SignedInAsync("many.one");

        await browser.PressAsync(await OpenAsync(browser, "白多端"), "让他全部退出", ("为什么", "手机丢了"));

        (await first.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
        (await second.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
        (await RecordAsync(account, "session-ended")).ShouldBe("手机丢了");
        (await OpenAsync(browser, "白多端")).HasButton("让他全部退出").ShouldBeFalse();
    }

    [Fact]
    public async Task Reset_GivesAOneTimePassword_EndsTheOldOne_AndTellsHim()
    {
        var (browser, city) = await CityAsync();
        await StaffAsync(city, "forgot.one", "谷忘记");
        using var he = await site.SignedInAsync("forgot.one");

        var password = PasswordOn(await browser.PressAsync(await OpenAsync(browser, "谷忘记"), "换一次性密码", ("为什么", "本人来电")));

        (await he.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
        (await he.SignInAsync("forgot.one")).Text.ShouldContain("账号或密码不对");
        var due = await he.SignInAsync("forgot.one", password);
        due.Path.ShouldStartWith("/account/password");
        await he.PressAsync(due, "换成新密码", ("现在的密码", password), ("新密码", "Reed-8Bridge"), ("新密码再填一遍", "Reed-8Bridge"));
        (await he.GetAsync("/desk/notices")).Text.ShouldContain("给您的账号换了一次性密码");
    }

    [Fact]
    public async Task OnesOwnAccount_IsNotChangedHere()
    {
        var city = await given.UnitAsync();
        var account = await StaffAsync(city, "own.one", "卓自己", Role.SecurityAdmin);
        using var browser = await site.SignedInAsync("own.one");

        var form = await browser.GetAsync("/admin/accounts/create");
        (await browser.GetAsync($"/admin/accounts/{account.Value}")).Text.ShouldContain("自己的账号不能在这里改");
        (await browser.PostFormAsync(form, $"/admin/accounts/{account.Value}?handler=Disable", ("Form.Reason", "试试"))).Text.ShouldContain("自己的账号不能在这里改");
        (await browser.GetAsync("/admin/accounts")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ADistrictsAdministrator_ChangesNobodyAboveOrBeside()
    {
        var city = await given.UnitAsync();
        var (district, beside) = (await given.UnitAsync(city, UnitKind.District, "北城区总工会"), await given.UnitAsync(city, UnitKind.District, "南城区总工会"));
        var chair = await StaffAsync(city, "above.one", "康市长", Role.Chair);
        var both = await StaffAsync(district, "both.one", "卢两处");
        await given.StaffAsync(beside, Role.Handler, "卢两处", account: both);
        var without = await site.StaffAsync("none.one", "贺没职");
        var own = await StaffAsync(district, "below.one", "汤下级");
        using var browser = await site.StaffBrowserAsync(Role.SecurityAdmin, district);

        var form = await browser.GetAsync("/admin/accounts/create");
        var list = await browser.GetAsync("/admin/accounts");
        list.Text.ShouldContain("汤下级");
        list.Text.ShouldContain("卢两处");
        list.Text.ShouldNotContain("康市长");
        list.Text.ShouldNotContain("贺没职");
        list.HasButton("找这位职工").ShouldBeFalse();
        foreach (var hidden in new[] { chair, without })
        {
            (await browser.GetAsync($"/admin/accounts/{hidden.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.PostFormAsync(form, $"/admin/accounts/{hidden.Value}?handler=Reset", ("Form.Reason", "试试"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var shown = await browser.GetAsync($"/admin/accounts/{both.Value}");
        shown.Text.ShouldContain("在您管理的范围以外还有职务");
        (await browser.PostFormAsync(form, $"/admin/accounts/{both.Value}?handler=Reset", ("Form.Reason", "试试"))).Text.ShouldContain("请上级的安全管理员来办");
        (await browser.PressAsync(await browser.GetAsync($"/admin/accounts/{own.Value}"), "停用这个账号", ("为什么", "调离"))).Text.ShouldContain("停用了");
    }

    [Fact]
    public async Task AWorkerWhoForgot_IsFoundByPhone_AndGetsIn()
    {
        var (browser, _) = await CityAsync();
        using var worker = await site.WorkerBrowserAsync("13900008801");
        var list = await browser.GetAsync("/admin/accounts");
        (await browser.PressAsync(list, "找这位职工", ("职工的手机号", "1390000880"))).ErrorAt("职工的手机号").ShouldNotBeNull().ShouldContain("10 位");
        (await browser.PressAsync(list, "找这位职工", ("职工的手机号", "13900008899"))).ErrorAt("职工的手机号").ShouldBe("没有用这个手机号注册的职工。");

        var page = await browser.PressAsync(await browser.GetAsync("/admin/accounts"), "找这位职工", ("职工的手机号", "139 0000 8801"));
        page.Text.ShouldContain("王师傅的账号");
        page.Text.ShouldContain("139****8801");
        page.Path.ShouldNotContain("13900008801");
        var password = PasswordOn(await browser.PressAsync(page, "换一次性密码", ("为什么", "本人来电，核对了姓名和单位")));

        (await worker.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await worker.SignInAsync("13900008801", password)).Path.ShouldStartWith("/account/password");
    }

    [Fact]
    public async Task Close_FreesThePhone_AndLeavesNothingToTheNextOwner()
    {
        var (browser, _) = await CityAsync();
        using var stranger = await site.WorkerBrowserAsync("13900008802", "别人");
        var page = await browser.PressAsync(await browser.GetAsync("/admin/accounts"), "找这位职工", ("职工的手机号", "13900008802"));
        var close = await browser.GetAsync(page.LinkTo("注销这个账号"));
        close.Text.ShouldContain("注销了不能恢复");
        (await browser.PressAsync(close, "注销这个账号")).ErrorAt("为什么").ShouldNotBeNull();

        (await browser.PressAsync(close, "注销这个账号", ("为什么", "手机号被别人注册"))).Text.ShouldContain("这个手机号可以重新注册");

        (await stranger.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await stranger.SignInAsync("13900008802")).Text.ShouldContain("账号或密码不对");
        var after = await browser.GetAsync(page.Path);
        after.Text.ShouldContain("注销的");
        (await browser.PostFormAsync(await browser.GetAsync("/admin/accounts/create"), page.Path + "?handler=Enable", ("Form.Reason", "试试"))).Text.ShouldContain("已经注销");
        using var owner = await site.WorkerBrowserAsync("13900008802", "真主");
        (await owner.GetAsync("/account/profile")).ValueOf("姓名").ShouldBe("真主");
    }

    [Fact]
    public async Task TheCommandLine_ResetsStaffAndWorkers()
    {
        await site.StaffAsync("cli.one");
        using var staff = site.NewBrowser();
        using var worker = await site.WorkerBrowserAsync("13900008803");

        (await staff.SignInAsync("cli.one", await ResetAsync("--user", "cli.one"))).Path.ShouldStartWith("/account/password");
        (await worker.SignInAsync("13900008803", await ResetAsync("--phone", "139 0000 8803"))).Path.ShouldStartWith("/account/password");
    }

    [Fact]
    public async Task HandOver_DisablesTheAccountOfWhoLeaves()
    {
        var (browser, city) = await CityAsync();
        var leaver = await StaffAsync(city, "gone.one", "尹离任");
        var successor = await site.StaffAsync("gone.two", "曲接手");
        using var he = await site.SignedInAsync("gone.one");
        var address = $"/admin/posts/hand-over?Form.Leaver={leaver.Value}&Form.Successor={successor.Value}";

        var later = await browser.PressAsync(
            await browser.GetAsync(address), "全部交给他", ("曲接手", "on"), ("从哪天起接手", "2026-10-01"), ("他不再在工会工作", "true"), ("为什么", "退休"));
        later.Text.ShouldContain("到那天在“账号”里停用");
        (await he.GetAsync("/desk")).Status.ShouldBe(HttpStatusCode.OK);

        var done = await browser.PressAsync(await browser.GetAsync(address), "全部交给他", ("曲接手", "on"), ("他不再在工会工作", "true"), ("为什么", "退休"));
        done.Text.ShouldContain("账号停用了");
        (await he.GetAsync("/desk")).Path.ShouldStartWith("/sign-in");
        (await he.SignInAsync("gone.one")).Text.ShouldContain("这个账号已经停用");
        (await RecordAsync(leaver, "account-disabled")).ShouldBe("退休");
    }

    private async Task<(Browser Browser, UnitId City)> CityAsync()
    {
        var city = await given.UnitAsync(name: "青川市总工会");
        return (await site.StaffBrowserAsync(Role.SecurityAdmin, city), city);
    }

    private async Task<AccountId> StaffAsync(UnitId unit, string userName, string name, Role role = Role.Handler) =>
        await given.StaffAsync(unit, role, name, account: await site.StaffAsync(userName, name));

    private static async Task<PageAnswer> OpenAsync(Browser browser, string name) =>
        await browser.GetAsync((await browser.GetAsync("/admin/accounts?q=" + name)).LinkTo(name));

    private static string PasswordOn(PageAnswer slip)
    {
        slip.Status.ShouldBe(HttpStatusCode.OK, slip.Text);
        return slip.Document.QuerySelectorAll(".uh-code").Last().TextContent;
    }

    private Task<string?> RecordAsync(AccountId account, string what) => site.WithAsync<AppDbContext, string?>(db =>
        db.Set<AuditEntry>().Where(entry => entry.SubjectId == account.Value && entry.What == what).OrderByDescending(entry => entry.Id).Select(entry => entry.Reason).FirstOrDefaultAsync(stop));

    private async Task<string> ResetAsync(params string[] who)
    {
        using var said = new StringWriter();
        (await site.WithAsync<CommandRunner, int>(runner => runner.RunAsync(["accounts", "reset", .. who], said, said, stop))).ShouldBe(0, said.ToString());
        return OneTime().Match(said.ToString()).Value;
    }

    [GeneratedRegex("(?<=一次性密码：)[A-Za-z0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneTime();
}
