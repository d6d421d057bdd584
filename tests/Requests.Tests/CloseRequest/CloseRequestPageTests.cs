using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.CloseRequest;

public sealed class CloseRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_ByTheChairAbove_EndsTheDispute()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Anhe);
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var answer = await chair.PressAsync(await chair.GetAsync($"/desk/requests/{reference}/close"), "办结，并告诉他", ("给职工的决定", "我们去看过，两台都好了。"));
        answer.Text.ShouldContain("已办结");
        (await given.ReadAsync(reference)).Outcome.ShouldBe(Outcome.Unsolved);
    }

    [Fact]
    public async Task Get_ByAHandler_IsForbidden()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests/{reference}/close")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_WhenNothingIsDisputed_OffersNoButton()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var page = await (await city.AsAsync(Role.Chair, city.Qingxi)).GetAsync($"/desk/requests/{reference}/close");
        page.HasButton("办结").ShouldBeFalse();
        page.Text.ShouldContain("现在不能作出决定");
    }

    [Fact]
    public async Task AtTheTop_WhoAnsweredDoesNotDecide()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        await chair.PressAsync(await chair.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "修好了"));
        await given.DisputedAsync(reference, city.Qingxi);
        var answer = await chair.PressAsync(await chair.GetAsync($"/desk/requests/{reference}/close"), "办结，并告诉他", ("给职工的决定", "就这样。"));
        answer.Text.ShouldContain("要由另一位同志来看");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Disputed);
    }
}
