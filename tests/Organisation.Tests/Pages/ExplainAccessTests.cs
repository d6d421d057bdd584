using Microsoft.Extensions.DependencyInjection;
using UnionHall.Organisation.ExplainAccess;
using UnionHall.Platform;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Pages;

public sealed class ExplainAccessTests(ExplainAccessTests.SiteWithSubject site) : IClassFixture<ExplainAccessTests.SiteWithSubject>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Theory]
    [InlineData("now", true, "就挂在本单位")]
    [InlineData("above", true, "在它的下级，所以看得到")]
    [InlineData("above-only", false, "只管本单位")]
    [InlineData("beside", false, "不在它的下级，管不到")]
    [InlineData("ended", false, "2026-08-31 已经结束")]
    [InlineData("coming", false, "到 2026-10-01 才开始")]
    [InlineData("wrong-role", false, "没有“看诉求”这一项权限")]
    [InlineData("none", false, "没有任何职务")]
    [InlineData("lent", true, "受赵出借委托")]
    public async Task Explain_NamesTheFirstReason(string who, bool allowed, string words)
    {
        var (city, street, beside) = await CityAsync();
        var account = await site.StaffAsync($"{who}.{Given.FreshCode()}".ToLowerInvariant(), "钱说明");
        await PostAsync(who, account, city, street, beside);
        var user = (await site.WithAsync<AccountDirectory, AccountSummary?>(accounts => accounts.FindAsync(account, stop)))!.UserName!;

        var answer = await site.WithAsync<AccessExplainer, Result<AccessExplanation>>(
            explainer => explainer.ExplainAsync(Given.Console, user, "thing", street.Value.ToString(), stop));

        answer.Value.ShouldNotBeNull().Allowed.ShouldBe(allowed);
        answer.Value.Reason.ShouldContain(words);
    }

    [Fact]
    public async Task Page_ShowsTheChain_AndRefusesOutsideTheReach()
    {
        var (city, street, beside) = await CityAsync();
        var user = "explained" + Given.FreshCode().ToLowerInvariant();
        await given.StaffAsync(street, Role.Handler, "钱说明", account: await site.StaffAsync(user, "钱说明"));
        var address = $"/admin/access/explain?Form.User={user}&Form.Kind=thing&Form.Reference={street.Value}";

        var page = await (await site.StaffBrowserAsync(Role.SecurityAdmin, city)).GetAsync(address);
        page.Text.ShouldContain("能看到");
        page.Text.ShouldContain("（现在办理的单位）");
        (await (await site.StaffBrowserAsync(Role.SecurityAdmin, beside)).GetAsync(address)).ErrorAt("编号").ShouldNotBeNull().ShouldContain("没有编号");
        (await (await site.StaffBrowserAsync(Role.SecurityAdmin, city)).GetAsync("/admin/access/explain?Form.User=nobody.here&Form.Kind=thing&Form.Reference=1")).ErrorAt("谁").ShouldNotBeNull();
    }

    [Fact]
    public async Task Command_PrintsTheChain()
    {
        var (_, street, _) = await CityAsync();
        var user = "commanded" + Given.FreshCode().ToLowerInvariant();
        await given.StaffAsync(street, Role.Handler, "钱说明", account: await site.StaffAsync(user, "钱说明"));
        using var output = new StringWriter();
        var code = await site.WithAsync<CommandRunner, int>(
            runner => runner.RunAsync(["access", "explain", "--user", user, "--thing", street.Value.ToString()], output, TextWriter.Null, stop));
        code.ShouldBe(0);
        output.ToString().ShouldContain("能看：钱说明是清溪街道总工会的经办人");
    }

    private async Task PostAsync(string who, AccountId account, UnitId city, UnitId street, UnitId beside)
    {
        switch (who)
        {
            case "now":
                await given.StaffAsync(street, Role.Handler, account: account);
                break;
            case "above" or "above-only":
                await given.StaffAsync(city, Role.Chair, account: account, wholeSubtree: who == "above");
                break;
            case "beside":
                await given.StaffAsync(beside, Role.Handler, account: account);
                break;
            case "ended":
                await given.StaffAsync(street, Role.Handler, account: account, to: new DateOnly(2026, 9, 1));
                break;
            case "coming":
                await given.StaffAsync(street, Role.Handler, account: account, from: new DateOnly(2026, 10, 1));
                break;
            case "wrong-role":
                await given.StaffAsync(street, Role.Cashier, account: account);
                break;
            case "lent":
                await LendAsync(street, account);
                break;
        }
    }

    private async Task LendAsync(UnitId street, AccountId account)
    {
        var (_, post) = await given.GiveAsync(street, Role.Handler, "赵出借", true, AccountId.Next());
        var draft = new Organisation.Domain.DelegationDraft(account, "钱说明", given.Today, given.Today.AddDays(3), "休假");
        await site.WithAsync<DelegatePost.DelegatePostHandler, Result>(handler => handler.HandleAsync(Given.Console, post.Value, draft, stop));
    }

    private async Task<(UnitId City, UnitId Street, UnitId Beside)> CityAsync()
    {
        var city = await given.UnitAsync(name: "青川市总工会");
        return (city, await given.UnitAsync(city, UnitKind.Street, "清溪街道总工会"), await given.UnitAsync(city, UnitKind.Street, "望江街道总工会"));
    }

    /// <summary>A site with a thing that hangs on the unit whose key is its reference.</summary>
    public sealed class SiteWithSubject : TestSite
    {
        protected override void Configure(IServiceCollection services) => services.AddAccessSubject<Thing>();

        private sealed class Thing : IAccessSubject
        {
            public string Kind => "thing";

            public string Chinese => "东西";

            public Permission Needs => Permission.ReadRequests;

            public Task<AccessSubject?> FindAsync(string reference, CancellationToken stop) => Task.FromResult(
                Guid.TryParse(reference, out var unit) ? new AccessSubject("东西", [new AccessPlace(new UnitId(unit), "现在办理的单位")], [], []) : null);
        }
    }
}
