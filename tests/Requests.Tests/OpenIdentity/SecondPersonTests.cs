using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.OpenIdentity;

/// <summary>The identity of a report opens only when a second person agrees, for a few hours, on the record.</summary>
public sealed class SecondPersonTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Alone_NobodyOpensIt()
    {
        var (reference, unit) = await ReportAsync();
        var asker = await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明");
        await site.StaffBrowserAsync(Role.Chair, unit, "孙正");
        var page = await asker.GetAsync(At(reference));
        page.HasButton("看，并告诉他").ShouldBeFalse();
        var forced = await asker.PostFormAsync(page, At(reference), ("Form.Reason", "需要约他一起去现场"));
        forced.Text.ShouldContain("要另一位同志同意才能看");
        forced.Body.ShouldNotContain("王大力");
        var asked = await asker.PressAsync(page, "请另一位同志同意", ("理由", "需要约他一起去现场"));
        asked.Text.ShouldContain("在等另一位同志同意");
        (await asker.GetAsync(At(reference) + "/decide")).HasButton("定下来").ShouldBeFalse();
        var own = await asker.PostFormAsync(page, At(reference) + "/decide", ("Form.Ask", await AskAsync(reference)), ("Form.Granted", "yes"), ("Form.Words", "我自己同意"));
        own.Text.ShouldContain("自己申请的不能自己同意");
        (await asker.PostFormAsync(page, At(reference), ("Form.Reason", "需要约他一起去现场"))).Body.ShouldNotContain("王大力");
    }

    [Fact]
    public async Task Agreed_ItOpensToTheAskerOnly_ForAFewHours_AndTheWorkerReadsWhoAgreed()
    {
        var (reference, unit) = await ReportAsync();
        var (asker, second) = (await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明"), await site.StaffBrowserAsync(Role.Chair, unit, "孙正"));
        await asker.PressAsync(await asker.GetAsync(At(reference)), "请另一位同志同意", ("理由", "需要约他一起去现场"));
        await site.RunJobsAsync();
        (await second.GetAsync("/notices")).Text.ShouldContain("有同志申请看举报人是谁，等您定");
        var missing = await second.PressAsync(await second.GetAsync(At(reference) + "/decide"), "定下来", ("同意", "on"));
        missing.ErrorAt("为什么").ShouldNotBeNull();
        await second.PressAsync(missing, "定下来", ("同意", "on"), ("为什么", "要核实现场"));

        var third = await site.StaffBrowserAsync(Role.Dispatcher, unit, "吴会");
        (await third.GetAsync(At(reference))).HasButton("看，并告诉他").ShouldBeFalse();
        (await second.PostFormAsync(await second.GetAsync(At(reference)), At(reference), ("Form.Reason", "我也想看看是谁"))).Body.ShouldNotContain("王大力");
        var opened = await asker.PressAsync(await asker.GetAsync(At(reference)), "看，并告诉他");
        opened.Text.ShouldContain("王大力");
        (await asker.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("需要约他一起去现场（孙");

        site.Clock.Advance(TimeSpan.FromHours(25));
        asker = await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明");
        (await asker.PostFormAsync(await asker.GetAsync(At(reference)), At(reference), ("Form.Reason", "需要约他一起去现场"))).Body.ShouldNotContain("王大力");
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind in ('identity-asked', 'identity-granted', 'identity-opened')")).ShouldBe(3);
    }

    [Fact]
    public async Task Refused_ItStaysSealed()
    {
        var (reference, unit) = await ReportAsync();
        var (asker, second) = (await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明"), await site.StaffBrowserAsync(Role.Chair, unit, "孙正"));
        await asker.PressAsync(await asker.GetAsync(At(reference)), "请另一位同志同意", ("理由", "想知道是谁说的"));
        await second.PressAsync(await second.GetAsync(At(reference) + "/decide"), "定下来", ("不同意", "on"), ("为什么", "不用知道也能办"));
        var page = await asker.GetAsync(At(reference));
        page.HasButton("看，并告诉他").ShouldBeFalse();
        page.Text.ShouldContain("不用知道也能办");
    }

    [Fact]
    public async Task HisOwnUnion_NeitherAsksNorAgrees()
    {
        var (reference, _) = await ReportAsync();
        var own = await site.StaffBrowserAsync(Role.Chair, city.Courier);
        (await own.GetAsync(At(reference))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await own.GetAsync(At(reference) + "/decide")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwoSecondPersonsAtOnce_OneDecides_TheOtherIsTold()
    {
        var (reference, unit) = await ReportAsync();
        var (asker, yes, no) = (await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明"), await site.StaffBrowserAsync(Role.Chair, unit, "孙正"), await site.StaffBrowserAsync(Role.Chair, city.Anhe, "吴会"));
        await asker.PressAsync(await asker.GetAsync(At(reference)), "请另一位同志同意", ("理由", "需要约他一起去现场"));
        var (one, other) = (await yes.GetAsync(At(reference) + "/decide"), await no.GetAsync(At(reference) + "/decide"));
        var answers = await site.AtOnceAsync(
            "identity_ask",
            () => yes.PressAsync(one, "定下来", ("同意", "on"), ("为什么", "要核实现场")),
            () => no.PressAsync(other, "定下来", ("不同意", "on"), ("为什么", "不用知道也能办")));
        answers.Count(answer => answer.Path == $"/desk/requests/{reference}").ShouldBe(1);
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind in ('identity-granted', 'identity-refused')")).ShouldBe(1);
    }

    [Fact]
    public async Task TheNearestWhoMay_IsTold_HoweverFarAbove_AndWhereThereIsNobody_ItIsRefused()
    {
        var (reference, unit) = await ReportAsync();
        var asker = await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明");
        var alone = await asker.PressAsync(await asker.GetAsync(At(reference)), "请另一位同志同意", ("理由", "需要约他一起去现场"));
        alone.Text.ShouldContain("现在没有另一位能看身份的同志");
        (await site.CountAsync($"identity_ask a join request r on r.id = a.request_id where r.reference = '{reference}'")).ShouldBe(0);
        var top = await site.StaffBrowserAsync(Role.Chair, city.City, "市主席");
        await asker.PressAsync(alone, "请另一位同志同意", ("理由", "需要约他一起去现场"));
        await site.RunJobsAsync();
        (await top.GetAsync("/notices")).Text.ShouldContain("有同志申请看举报人是谁，等您定");
    }

    [Fact]
    public async Task WhoAsked_MayGiveItUp_AndTheEndOfTheCaseDoesItForHim()
    {
        var (reference, unit) = await ReportAsync();
        var (asker, second) = (await site.StaffBrowserAsync(Role.Dispatcher, unit, "周明"), await site.StaffBrowserAsync(Role.Chair, unit, "孙正"));
        await asker.PressAsync(await asker.GetAsync(At(reference)), "请另一位同志同意", ("理由", "需要约他一起去现场"));
        var given1 = await asker.PressAsync(await asker.GetAsync(At(reference)), "不申请了");
        given1.HasButton("请另一位同志同意").ShouldBeTrue();
        (await second.GetAsync(At(reference) + "/decide")).HasButton("定下来").ShouldBeFalse();

        await asker.PressAsync(given1, "请另一位同志同意", ("理由", "还是要约他一起去现场"));
        await given.WithdrawnAsync(reference);
        await site.RunJobsAsync();
        (await second.GetAsync(At(reference) + "/decide")).HasButton("定下来").ShouldBeFalse();
        (await site.CountAsync($"identity_ask a join request r on r.id = a.request_id where r.reference = '{reference}' and a.words = '这件已经了结'")).ShouldBe(1);
    }

    private static string At(string reference) => $"/desk/requests/{reference}/open-identity";

    private Task<string> AskAsync(string reference) => site.WithAsync<Data.RequestsDb, string>(async db =>
    {
        var request = await given.ReadAsync(reference);
        return db.IdentityAsks.Single(ask => ask.RequestId == request.Id).Id.ToString();
    });

    private async Task<(string Reference, UnitId Unit)> ReportAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier, "工会经费被挪作他用。", service: "general-report", visibility: Visibility.Hidden);
        return (reference, (await given.ReadAsync(reference)).CurrentUnit);
    }
}
