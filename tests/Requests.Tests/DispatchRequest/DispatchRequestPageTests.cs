using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.DispatchRequest;

public sealed class DispatchRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_ProposesTheWorkersOwnUnion_AndShowsTheDays()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var page = await (await city.AsAsync(Role.Dispatcher, city.Qingxi)).GetAsync($"/desk/requests/{reference}/dispatch");
        page.Text.ShouldContain("顺启快运分拨中心工会");
        page.Text.ShouldContain("职工自己单位的工会");
        page.Text.ShouldContain("调休上班");
    }

    [Fact]
    public async Task Look_KeepsWhatWasTyped_AndPutsNothingIntoTheAddress()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var words = string.Concat(Enumerable.Repeat("王大力电话 19900001011，先断电。", 100));
        var page = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch"), "找", ("找单位", "顺启"), ("给承办单位的话", words));
        page.Path.ShouldBe($"/desk/requests/{reference}/dispatch?handler=Look");
        page.Text.ShouldContain("顺启快运分拨中心工会");
        page.ValueOf("给承办单位的话").ShouldBe(words);
        page = await dispatcher.PressAsync(page, "按选的期限算日期", ("1 个工作日", "1"));
        page.ValueOf("给承办单位的话").ShouldBe(words);
        (await dispatcher.PressAsync(page, "派出去", ("给承办单位的话", "请先断电"))).Path.ShouldBe($"/desk/requests/{reference}");
    }

    [Fact]
    public async Task Get_ProposesNoUnitThatItIsAbout()
    {
        var reference = await given.SubmittedAsync(city.Courier, accused: "清溪街道总工会");
        var page = await (await city.AsAsync(Role.Dispatcher, city.Anhe)).GetAsync($"/desk/requests/{reference}/dispatch");
        page.Text.ShouldNotContain("建议派给");
        page.Document.QuerySelectorAll("[name='Form.Unit'][checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_SendsItDownWithTheDeadlineOnTheOrder()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch");
        var answer = await dispatcher.PressAsync(page, "派出去", ("2 个工作日", "2"), ("给承办单位的话", "请先断电排查。"));
        answer.Path.ShouldBe($"/desk/requests/{reference}");
        answer.Text.ShouldContain("待签收");
        answer.Text.ShouldContain("请先断电排查。");
        var order = (await given.ReadAsync(reference)).CurrentOrder.ShouldNotBeNull();
        order.UnitId.ShouldBe(city.Courier);
        order.DueAt.ShouldBe(new DateTimeOffset(2026, 9, 21, 9, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Post_ToAUnitThatIsNotBelow_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch");
        var answer = await dispatcher.PressAsync(page.WithValue("Form.Unit", city.Wangjiang.Value.ToString()), "派出去", ("给承办单位的话", "我写的话"));
        answer.Text.ShouldContain("只能派给本单位下面的单位");
        answer.ValueOf("给承办单位的话").ShouldBe("我写的话");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task Post_OfAReport_ToTheUnitItIsAbout_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier, service: "general-report", visibility: Visibility.Hidden);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch?q=顺启");
        var answer = await dispatcher.PressAsync(page.WithValue("Form.Unit", city.Courier.Value.ToString()), "派出去");
        answer.Text.ShouldContain("举报件不能派给被反映人所在的单位工会");
    }

    [Fact]
    public async Task Post_OfAReport_WhereTheUnitIsNotKnown_GoesToNoEmployersUnion()
    {
        var reference = await given.SubmittedAsync(city.Anhe, service: "general-report", visibility: Visibility.Anonymous);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Anhe);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch?q=顺启");
        (await dispatcher.PressAsync(page.WithValue("Form.Unit", city.Courier.Value.ToString()), "派出去")).Text.ShouldContain("基层工会都可能是被反映的单位");
        (await dispatcher.PressAsync(page.WithValue("Form.Unit", city.Qingxi.Value.ToString()), "派出去")).Text.ShouldContain("待签收");
    }

    [Fact]
    public async Task Post_OnThePromise_OnceItIsOver_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var before = site.Clock.GetUtcNow();
        var due = (await given.ReadAsync(reference)).DueAt;
        site.Clock.Set(due.AddMinutes(-5));
        var dispatcher = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch");
        site.Clock.Set(due.AddMinutes(1));
        var answer = await dispatcher.PressAsync(page.WithValue("Form.Unit", city.Courier.Value.ToString()), "派出去", ("到答应职工的那天", "0"));
        answer.Text.ShouldContain("答应职工的日期已经过了");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        answer.Text.ShouldNotContain("到答应职工的那天", customMessage: "what the page offers instead can be done");
        var sent = await dispatcher.PressAsync(answer, "派出去");
        site.Clock.Set(before);
        sent.Path.ShouldBe($"/desk/requests/{reference}");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Dispatched);
    }

    [Fact]
    public async Task Post_ByAnotherStreet_FindsNothing()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var mine = await given.SubmittedAsync(city.Restaurant);
        var other = await city.AsAsync(Role.Dispatcher, city.Wangjiang);
        var page = await other.GetAsync($"/desk/requests/{mine}/dispatch");
        var answer = await other.PressAsync(page.WithAction($"/desk/requests/{reference}/dispatch"), "派出去");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task Post_WhenRequestIsAnswered_ShowsRefusal()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}/dispatch");
        await given.RepliedAsync(reference);
        var answer = await dispatcher.PressAsync(page, "派出去");
        answer.Text.ShouldContain("等职工确认");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
    }
}
