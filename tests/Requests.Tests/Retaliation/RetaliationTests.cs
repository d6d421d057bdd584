using System.Net;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Retaliation;

/// <summary>30 and 90 days after a complaint has ended its worker is asked whether he was given a hard time; a "yes" is a sealed report one level up.</summary>
public sealed class RetaliationTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
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
    public async Task EndedComplaints_AreAskedAboutTwice_FromAboveOnly()
    {
        var reference = await EndedAsync(Visibility.Named);
        var help = await EndedAsync(Visibility.Named, "general-help");
        (await ChecksAsync(reference)).Select(one => (one.Turn, one.Means)).ShouldBe([(1, FollowUpMeans.Call), (2, FollowUpMeans.Call)]);
        (await ChecksAsync(help)).ShouldBeEmpty();
        var caller = await city.AsAsync(Role.FollowUpCaller, city.City);
        (await caller.GetAsync("/desk/follow-ups/retaliation")).Text.ShouldContain("现在没有要问的");

        site.Clock.Advance(TimeSpan.FromDays(31));
        caller = await city.AsAsync(Role.FollowUpCaller, city.Anhe);
        var page = await caller.GetAsync("/desk/follow-ups/retaliation");
        page.Text.ShouldContain("王师傅");
        page.Text.ShouldContain("第 1 次");
        var street = await site.StaffBrowserAsync(Role.FollowUpCaller, city.Qingxi);
        (await street.GetAsync("/desk/follow-ups/retaliation")).Text.ShouldNotContain("王师傅");
        (await street.GetAsync(await AddressAsync(reference))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_IsKept_AndNothingElseHappens()
    {
        var reference = await EndedAsync(Visibility.Named);
        var before = await site.CountAsync("request");
        var caller = await CallerAsync();
        var page = await caller.GetAsync(await AddressAsync(reference));
        page.Body.ShouldNotContain("19900001011");
        (await caller.PressAsync(page, "显示号码，准备拨打")).Text.ShouldContain("19900001011");
        (await caller.PressAsync(page, "存下")).ErrorAt("没有").ShouldBeNull();
        (await caller.PressAsync(page, "存下", ("没有", "on"))).Text.ShouldContain("没有");
        (await ChecksAsync(reference))[0].State.ShouldBe(RetaliationState.Safe);
        (await site.CountAsync("request")).ShouldBe(before);
    }

    [Fact]
    public async Task WhatWasHeard_IsStillThere_WhenAnotherWasFaster()
    {
        var reference = await EndedAsync(Visibility.Named);
        var caller = await CallerAsync();
        var page = await caller.GetAsync(await AddressAsync(reference));
        var other = await site.StaffBrowserAsync(Role.FollowUpCaller, city.Anhe, "孙快");
        await other.PressAsync(await other.GetAsync(page.Path), "存下", ("没有", "on"));
        (await caller.PressAsync(page, "存下", ("有", "on"), ("有的话", "组长扣了我的班"))).ValueOf("您写的话").ShouldBe("组长扣了我的班");
    }

    [Fact]
    public async Task Yes_IsASealedReportAboveTheUnitThatAnswered_WhichSeesNothingOfIt()
    {
        var reference = await EndedAsync(Visibility.Named);
        var caller = await CallerAsync();
        var page = await caller.GetAsync(await AddressAsync(reference));
        (await caller.PressAsync(page, "存下", ("有", "on"))).ErrorAt("有的话").ShouldNotBeNull().ShouldContain("写一句是怎么为难的");
        var entries = await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}'");
        var slip = await caller.PressAsync(page, "存下", ("有", "on"), ("有的话", "组长把我调去扫厕所，说谁叫我去告状。"));
        slip.Text.ShouldContain("转成了一件保密举报");
        slip.Text.ShouldContain("口令");
        (await caller.GetAsync(await AddressAsync(reference))).Text.ShouldNotContain("口令");

        var check = (await ChecksAsync(reference))[0];
        var report = await site.WithAsync<RequestsDb, Request>(db => db.Requests.AsNoTracking().SingleAsync(row => row.Id == check.ReportId, stop));
        (report.MatterType, report.Visibility, report.Owner).ShouldBe((MatterType.Report, Visibility.Hidden, city.Qingxi));
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}'")).ShouldBe(entries);
        foreach (var role in new[] { Role.Chair, Role.Handler, Role.Dispatcher })
        {
            var accused = await site.StaffBrowserAsync(role, city.Courier);
            (await accused.GetAsync($"/desk/requests/{report.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await accused.GetAsync("/desk/requests?view=all&q=扫厕所")).Text.ShouldNotContain("因为反映问题被为难");
            (await accused.GetAsync($"/desk/requests/{reference}")).Body.ShouldNotContain("扫厕所");
        }

        var above = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        var seen = await above.GetAsync($"/desk/requests/{report.Reference}");
        seen.Text.ShouldContain("扫厕所");
        seen.Body.ShouldNotContain("王大力");
        var down = await above.PostFormAsync(await above.GetAsync("/desk/requests/register"), $"/desk/requests/{report.Reference}/dispatch", ("Form.Unit", city.Courier.Value.ToString()), ("Form.Days", "2"));
        down.Text.ShouldContain("不能派给");
    }

    [Theory]
    [InlineData("分会")]
    [InlineData("联合工会下的工会")]
    public async Task TheReport_ComesToNoUnionOfHisEmployer_NorToWhomItWasAbout(string answering)
    {
        var top = answering == "分会" ? city.Courier : await site.UnitAsync("快运片区联合工会", Organisation.UnitKind.Joint, city.Qingxi);
        var unit = await site.UnitAsync("夜班分会" + answering, answering == "分会" ? Organisation.UnitKind.Branch : Organisation.UnitKind.Primary, top);
        var meant = "meant." + (answering == "分会" ? 1 : 2);
        await site.PostAsync(await site.StaffAsync(meant), "尤前进", Role.Dispatcher, city.Qingxi);
        var reference = await EndedAsync(Visibility.Named, accused: "街道的尤前进", at: unit);
        var caller = await CallerAsync();
        await caller.PressAsync(await caller.GetAsync(await AddressAsync(reference)), "存下", ("有", "on"), ("有的话", "组长把我调去扫厕所。"));

        var report = await ReportAsync(reference);
        report.Owner.ShouldBe(city.Qingxi);
        await site.RunJobsAsync();
        foreach (var one in new[] { await site.StaffBrowserAsync(Role.Chair, top), await site.StaffBrowserAsync(Role.Chair, unit), await site.SignedInAsync(meant) })
        {
            (await one.GetAsync($"/desk/requests/{report.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var street = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi, "郑一心");
        var down = await street.PostFormAsync(await street.GetAsync("/desk/requests/register"), $"/desk/requests/{report.Reference}/dispatch", ("Form.Unit", unit.Value.ToString()), ("Form.Days", "2"));
        down.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TheReport_GoesAboveAStreetThatAnswered_AndAwayFromWhoWroteTheAnswer()
    {
        var account = await site.StaffAsync("answers.below");
        await site.PostAsync(account, "韩笑", Role.Dispatcher, city.Qingxi);
        await site.PostAsync(account, "韩笑", Role.Dispatcher, city.Anhe);
        var reference = await given.SubmittedAsync(city.Courier, "组长克扣加班费。");
        await given.AcknowledgedAsync(reference);
        await given.RepliedAsync(reference, new Actor(account, "韩笑", []));
        await given.ConfirmedAsync(reference);
        await site.RunJobsAsync();
        site.Clock.Advance(TimeSpan.FromDays(31));
        var caller = await site.StaffBrowserAsync(Role.FollowUpCaller, city.City);
        await caller.PressAsync(await caller.GetAsync(await AddressAsync(reference)), "存下", ("有", "on"), ("有的话", "街道叫我闭嘴。"));

        var report = await ReportAsync(reference);
        report.Owner.ShouldBe(city.Anhe);
        (await (await site.SignedInAsync("answers.below")).GetAsync($"/desk/requests/{report.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi)).GetAsync($"/desk/requests/{report.Reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task NotReached_IsItsOwnOutcome_AfterCallsOnDifferentDays()
    {
        var reference = await EndedAsync(Visibility.Named);
        var caller = await CallerAsync();
        await caller.PressAsync(await caller.GetAsync(await AddressAsync(reference)), "存下", ("联系不上", "on"));
        (await caller.PressAsync(await caller.GetAsync(await AddressAsync(reference)), "存下", ("联系不上", "on"))).Text.ShouldContain("今天");
        for (var day = 0; day < 2; day++)
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            caller = await site.StaffBrowserAsync(Role.FollowUpCaller, city.Anhe);
            await caller.PressAsync(await caller.GetAsync(await AddressAsync(reference)), "存下", ("联系不上", "on"));
        }

        (await ChecksAsync(reference))[0].State.ShouldBe(RetaliationState.Unreachable);
    }

    [Fact]
    public async Task AHiddenWorker_IsAskedByHisOwnPage_AndGetsAReceipt()
    {
        var filed = await site.FiledAsync("management-style", "对本单位保密", "食堂承包给了经理的亲戚。");
        await site.ReplyAsync(filed.Reference);
        await site.DeskAsync(filed.Reference, (request, _, at) => request.ConfirmSolved(null, null, Actor.Visitor(null), at));
        await site.RunJobsAsync();
        site.Clock.Advance(TimeSpan.FromDays(30));
        using var worker = await site.FollowerAsync(filed);
        (await worker.GetAsync($"/requests/track/{filed.Reference}")).LinkTo("说一句").ShouldBe($"/requests/track/{filed.Reference}/safe");
        using var stranger = site.NewBrowser();
        (await stranger.GetAsync($"/requests/track/{filed.Reference}/safe")).Path.ShouldStartWith("/requests/track?reference=");
        var page = await worker.GetAsync($"/requests/track/{filed.Reference}/safe");
        (await worker.PressAsync(page, "说完了", ("有", "on"))).ErrorAt("怎么回事").ShouldNotBeNull();
        var report = GivenWorker.Filed.Of(await worker.PressAsync(page, "说完了", ("有", "on"), ("怎么回事", "经理让我写检讨。")));
        (await site.RequestAsync(report.Reference)).Visibility.ShouldBe(Visibility.Hidden);
        (await worker.GetAsync($"/requests/track/{filed.Reference}")).Text.ShouldNotContain("问您一句");
    }

    [Fact]
    public async Task WhoDoesNotAnswerHisPage_CountsAsUnreachable()
    {
        var reference = await EndedAsync(Visibility.Anonymous);
        site.Clock.Advance(TimeSpan.FromDays(38));
        await site.WithAsync<AskAboutRetaliation>(job => job.RunAsync(stop));
        await site.WithAsync<AskAboutRetaliation>(job => job.RunAsync(stop));
        (await ChecksAsync(reference)).Select(one => one.State).ShouldBe([RetaliationState.Unreachable, RetaliationState.Open]);
    }

    [Fact]
    public async Task WhomNobodyCalls_IsAskedByHisOwnPage_AndThenCountsAsUnreachable()
    {
        var reference = await EndedAsync(Visibility.Named);
        site.Clock.Advance(TimeSpan.FromDays(31));
        await RunAsync();
        (await ChecksAsync(reference))[0].Means.ShouldBe(FollowUpMeans.Call);
        site.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync();
        var asked = (await ChecksAsync(reference))[0];
        (asked.State, asked.Means, asked.DueAt > site.Clock.GetUtcNow(), asked.ToldAt is not null).ShouldBe((RetaliationState.Open, FollowUpMeans.OwnPage, true, true));
        site.Clock.Advance(TimeSpan.FromDays(8));
        await RunAsync();
        (await ChecksAsync(reference))[0].State.ShouldBe(RetaliationState.Unreachable);
    }

    [Fact]
    public async Task TheNearestCallersAbove_AreTold_AndNobodyOfTheUnitsThatHadIt()
    {
        var street = await site.StaffAsync("caller.street");
        await site.PostAsync(street, "街道回访", Role.FollowUpCaller, city.Qingxi);
        var top = await site.StaffAsync("caller.city");
        await site.PostAsync(top, "市里回访", Role.FollowUpCaller, city.City);
        await EndedAsync(Visibility.Named);
        site.Clock.Advance(TimeSpan.FromDays(31));
        await RunAsync();
        await RunAsync();
        (await (await site.SignedInAsync("caller.street")).GetAsync("/notices")).Text.ShouldNotContain("有没有被为难”的日子");
        var told = await (await site.SignedInAsync("caller.city")).GetAsync("/notices");
        told.Text.ShouldContain("有没有被为难”的日子");
        told.Body.Split("日子").Length.ShouldBe(2, "once");
    }

    [Fact]
    public async Task AComplaintTakenBack_IsAskedAboutToo()
    {
        var reference = await given.SubmittedAsync(city.Courier, "组长克扣加班费。");
        await given.DispatchedAsync(reference, city.Courier);
        await given.WithdrawnAsync(reference);
        await site.RunJobsAsync();
        (await ChecksAsync(reference)).Count.ShouldBe(2);
        var caller = await CallerAsync();
        await caller.PressAsync(await caller.GetAsync(await AddressAsync(reference)), "存下", ("有", "on"), ("有的话", "逼我撤的。"));
        (await ReportAsync(reference)).Owner.ShouldBe(city.Qingxi);
    }

    private Task RunAsync() => site.WithAsync<AskAboutRetaliation>(job => job.RunAsync(stop));

    [Fact]
    public async Task WhoHandledIt_MayNotAsk()
    {
        var account = await site.StaffAsync("both.posts");
        await site.PostAsync(account, "李敏", Role.Handler, city.Courier);
        await site.PostAsync(account, "李敏", Role.FollowUpCaller, city.Anhe);
        var reference = await EndedAsync(Visibility.Named);
        site.Clock.Advance(TimeSpan.FromDays(31));
        var both = await site.SignedInAsync("both.posts");
        var page = await both.GetAsync(await AddressAsync(reference));
        page.HasButton("存下").ShouldBeFalse();
    }

    private async Task<Browser> CallerAsync()
    {
        site.Clock.Advance(TimeSpan.FromDays(31));
        return await site.StaffBrowserAsync(Role.FollowUpCaller, city.Anhe);
    }

    private async Task<string> AddressAsync(string reference) => $"/desk/follow-ups/retaliation/{(await ChecksAsync(reference))[0].Id}";

    private Task<List<RetaliationCheck>> ChecksAsync(string reference) => site.WithAsync<RequestsDb, List<RetaliationCheck>>(async db =>
    {
        var id = await db.Requests.Where(row => row.Reference == reference).Select(row => row.Id).SingleAsync(stop);
        return await db.RetaliationChecks.AsNoTracking().Where(row => row.RequestId == id).OrderBy(row => row.Turn).ToListAsync(stop);
    });

    private async Task<Request> ReportAsync(string reference)
    {
        var report = (await ChecksAsync(reference))[0].ReportId;
        return await site.WithAsync<RequestsDb, Request>(db => db.Requests.AsNoTracking().SingleAsync(row => row.Id == report, stop));
    }

    private async Task<string> EndedAsync(Visibility visibility, string service = "general-complaint", string? accused = null, UnitId? at = null)
    {
        var reference = await given.SubmittedAsync(at ?? city.Courier, "组长克扣加班费。", service: service, visibility: visibility, accused: accused);
        await given.DispatchedAsync(reference, at ?? city.Courier);
        await given.RepliedAsync(reference);
        await given.ConfirmedAsync(reference);
        await site.RunJobsAsync();
        return reference;
    }
}
