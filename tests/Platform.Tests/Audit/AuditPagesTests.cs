using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Tests.Jobs;

namespace UnionHall.Platform.Tests.Audit;

public sealed class AuditPagesTests(JobSite site) : IClassFixture<JobSite>
{
    [Theory]
    [InlineData("/admin/audit")]
    [InlineData("/admin/audit/export")]
    public async Task Get_WithoutTheRight_IsRefused(string address)
    {
        using var visitor = site.NewBrowser();
        using var system = await site.SignedInAsAsync(Role.SystemAdmin);

        (await visitor.GetAsync(address)).Path.ShouldStartWith("/sign-in");
        (await system.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_ShowsWhatHappenedInChinese_NewestFirst()
    {
        await site.RingAsync("先");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.RingAsync("后");
        using var auditor = await site.SignedInAsAsync(Role.AuditAdmin);

        var page = await auditor.GetAsync("/admin/audit?kind=bell-rang");

        page.Text.ShouldContain("敲钟");
        page.Text.ShouldContain("钟声 后");
        page.Text.IndexOf("钟声 后", StringComparison.Ordinal).ShouldBeLessThan(page.Text.IndexOf("钟声 先", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_NamesWhatKeysStandFor()
    {
        using var auditor = await site.SignedInAsAsync(Role.AuditAdmin);

        var page = await auditor.GetAsync($"/admin/audit?kind=signed-in&about=account:{site.LastSignedIn}");

        page.Text.ShouldContain("账号：李敏（u");
        page.Text.ShouldContain("方式 密码");
    }

    [Fact]
    public void EveryEventOfThePlatformAndItsModules_HasAChineseName()
    {
        var labels = site.Services.GetRequiredService<EventLabels>();
        var events = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is { } name && name.StartsWith("UnionHall.", StringComparison.Ordinal) && !name.EndsWith(".Tests", StringComparison.Ordinal))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && typeof(IDomainEvent).IsAssignableFrom(type))
            .Select(EventName.Of);

        events.Where(name => labels.Event(name) == name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Filtered_ShowsOnlyWhatFits()
    {
        var bell = await site.RingAsync("要找的");
        await site.RingAsync("别的");
        using var auditor = await site.SignedInAsAsync(Role.AuditAdmin);

        foreach (var query in new[] { $"about={bell}", $"about=bell:{bell}", $"about=bell:{bell}&person=敲钟&kind=bell-rang&from=2026-09-18&to=2026-09-18" })
        {
            var page = await auditor.GetAsync("/admin/audit?" + query);
            page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1, query);
            page.Text.ShouldContain("要找的");
        }

        (await auditor.GetAsync($"/admin/audit?about={bell}&to=2026-09-17")).Text.ShouldContain("没有符合这些条件的记录");
        (await auditor.GetAsync($"/admin/audit?about={bell}&from=2026-09-19")).Text.ShouldContain("没有符合这些条件的记录");
        (await auditor.GetAsync($"/admin/audit?about={bell}&person={AccountId.Next()}")).Text.ShouldContain("没有符合这些条件的记录");
    }

    [Fact]
    public async Task Get_LongLog_IsTurnedPageByPageWithoutGapOrRepeat()
    {
        for (var i = 0; i < 120; i++)
        {
            await site.RingAsync($"第{i}声");
        }

        using var auditor = await site.SignedInAsAsync(Role.AuditAdmin);
        var page = await auditor.GetAsync("/admin/audit?kind=bell-rang");
        var seen = Tones(page);
        while (page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            page = await auditor.GetAsync(next);
            seen = [.. seen, .. Tones(page)];
        }

        seen.ShouldBeUnique();
        seen.Length.ShouldBe((int)await site.AskAsync<long>("select count(*) from audit_entry where what = 'bell-rang'"));

        static string[] Tones(Testing.PageAnswer page) => [.. page.Document.QuerySelectorAll("tbody dl").Select(details => details.TextContent)];
    }

    [Fact]
    public async Task Post_Verify_TellsThatTheChainIsSound()
    {
        await site.RingAsync("当");
        await site.SealAuditAsync();
        using var auditor = await site.SignedInAsAsync(Role.AuditAdmin);

        var page = await auditor.PressAsync(await auditor.GetAsync("/admin/audit"), "现在核对一次");

        page.Text.ShouldContain("都没有被改动");
    }

    [Fact]
    public async Task Get_Export_NeutralisesFormulas_AndIsOnTheRecord()
    {
        var bell = await site.RingAsync("=1+1");
        using var auditor = await site.SignedInAsAsync(Role.AuditAdmin);
        await site.WithAsync<AppDbContext>(async db =>
        {
            db.Happened(new BellRang(bell, "x"));
            await db.SaveAsync(Actor.Platform("=cmd|' /C calc'!A0"), TestContext.Current.CancellationToken, "@SUM(1)");
        });

        var file = await auditor.GetAsync($"/admin/audit/export?about={bell}");

        file.Body.ShouldStartWith("时间,谁,");
        file.Body.ShouldContain(",'=cmd|' /C calc'!A0,");
        file.Body.ShouldContain(",'@SUM(1),");
        file.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        (await site.AskAsync<string>("select data from audit_entry where what = 'audit-exported' order by id desc limit 1")).ShouldContain(bell.ToString());
    }
}
