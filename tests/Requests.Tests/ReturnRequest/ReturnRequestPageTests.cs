using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ReturnRequest;

/// <summary>退单: within the window, once, decided at or above the dispatching unit by somebody else; the clock never stops.</summary>
public sealed class ReturnRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
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
    public async Task Accepted_GoesBackToTheDispatchingUnit_AndTeachesTheNextDispatch()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var asked = await AskAsync(handler, reference, "望江楼餐饮公司工会");
        asked.Text.ShouldContain("申请了退单，等裁定，时限不停");
        await site.RunJobsAsync();
        (await dispatcher.GetAsync("/notices")).Text.ShouldContain("顺启快运分拨中心工会申请退单，等裁定");
        (await dispatcher.GetAsync("/desk/returns")).Text.ShouldContain("食堂不归我们管");

        var decided = await DecideAsync(dispatcher, reference, "同意");
        decided.Text.ShouldContain("退过 1 次");
        var request = await given.ReadAsync(reference);
        (request.State, request.CurrentUnit, request.Returns).ShouldBe((RequestState.Submitted, city.Qingxi, 1));
        request.NextDueAt.ShouldBe(request.DueAt);
        (await dispatcher.GetAsync("/desk/returns")).Text.ShouldContain("没有等裁定的退单");
        await site.RunJobsAsync();
        (await handler.GetAsync("/notices")).Text.ShouldContain("退单同意了");

        var next = await given.SubmittedAsync(city.Courier);
        (await dispatcher.GetAsync($"/desk/requests/{next}/dispatch")).Text.ShouldContain("派给顺启快运分拨中心工会被退回过，后来认定该去望江楼餐饮公司工会");
    }

    [Fact]
    public async Task Rejected_ComesBack_WithTheClockRunning_AndCannotBeAskedAgain()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await AskAsync(handler, reference, null);
        var before = await given.ReadAsync(reference);
        site.Clock.Advance(TimeSpan.FromHours(4));
        var dispatcher = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        var refused = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/return/decide"), "裁定", ("不同意", "no"));
        refused.ErrorAt("裁定的话").ShouldBe("不同意要写为什么，申请的单位要看。");
        await DecideAsync(dispatcher, reference, "不同意", "食堂就在你们院里");

        var request = await given.ReadAsync(reference);
        (request.State, request.CurrentUnit, request.CurrentOrder!.DueAt, request.NextDueAt).ShouldBe((RequestState.Acknowledged, city.Courier, before.CurrentOrder!.DueAt, before.NextDueAt));
        var page = await handler.GetAsync($"/desk/requests/{reference}/return");
        page.HasButton("申请退单").ShouldBeFalse();
    }

    [Fact]
    public async Task AfterTheWindow_IsRefused_ButAPetitionHasFiveWorkingDays()
    {
        var (reference, petition) = (await AtCourierAsync(), await AtCourierAsync("general-petition"));
        site.Clock.Set(new DateTimeOffset(2026, 9, 21, 1, 0, 0, TimeSpan.Zero));
        var handler = await site.StaffBrowserAsync(Role.Handler, city.Courier);
        (await AskAsync(handler, reference, null)).Text.ShouldContain("退单要在 昨天 17:30 前提出，现在过了");
        (await AskAsync(handler, petition, null)).Text.ShouldContain("申请了退单，等裁定");
    }

    [Fact]
    public async Task TheFirstReceiver_CannotGiveItAway_AndARightUnitMustExist()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        var street = await city.AsAsync(Role.Handler, city.Qingxi);
        (await street.GetAsync($"/desk/requests/{reference}/return")).HasButton("申请退单").ShouldBeFalse();
        var sent = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        (await AskAsync(handler, sent, "没有这个单位")).ErrorAt("该去哪个单位").ShouldBe("没有叫这个名字的单位，写全名或编码；不清楚可以不填。");
    }

    [Fact]
    public async Task Decide_IsForNobodyBelow_NorForWhoAsked_NorForAnotherStreet()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await AskAsync(handler, reference, null);
        (await (await city.AsAsync(Role.Chair, city.Courier)).GetAsync($"/desk/requests/{reference}/return/decide")).HasButton("裁定").ShouldBeFalse();
        (await (await city.AsAsync(Role.Chair, city.Wangjiang)).GetAsync($"/desk/requests/{reference}/return/decide")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await city.AsAsync(Role.Dispatcher, city.Anhe)).GetAsync($"/desk/requests/{reference}/return/decide")).HasButton("裁定").ShouldBeTrue();

        var request = await given.ReadAsync(reference);
        var both = new Actor(new AccountId(Guid.CreateVersion7()), "两头兼", []);
        var ask = OrderReturn.Of(request, request.CurrentOrder!, city.Qingxi, "r", null, both, site.Clock.GetUtcNow());
        request.DecideReturn(ask, true, null, null, city.Qingxi, both, site.Clock.GetUtcNow()).Refusal!.Code.ShouldBe("own-return");
    }

    [Fact]
    public async Task WhileItWaits_NothingIsSentOn_ButTheWorkerMayBeAnswered()
    {
        var reference = await AtCourierAsync();
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        await AskAsync(handler, reference, null);
        (await handler.GetAsync($"/desk/requests/{reference}/helpers")).HasButton("选这些").ShouldBeFalse();
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "先修好了。"));
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
        (await (await city.AsAsync(Role.Dispatcher, city.Qingxi)).GetAsync("/desk/returns")).Text.ShouldNotContain(reference);
    }

    private static async Task<PageAnswer> AskAsync(Browser handler, string reference, string? right) => await handler.PressAsync(
        await handler.GetAsync($"/desk/requests/{reference}/return"), "申请退单", ("为什么不该本单位办", "食堂不归我们管"), ("该去哪个单位", right ?? ""));

    private static async Task<PageAnswer> DecideAsync(Browser dispatcher, string reference, string answer, string words = "") => await dispatcher.PressAsync(
        await dispatcher.GetAsync($"/desk/requests/{reference}/return/decide"), "裁定", (answer, answer == "同意" ? "yes" : "no"), ("裁定的话", words));

    private async Task<string> AtCourierAsync(string service = "general-complaint")
    {
        var reference = await given.SubmittedAsync(city.Courier, service: service);
        await given.DispatchedAsync(reference, city.Courier);
        await given.AcknowledgedAsync(reference);
        return reference;
    }
}
