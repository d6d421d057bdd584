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

    [Fact]
    public async Task ADispute_StaysOne_WhateverTheDeskDoes_UntilTheNextAnswer()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var answerer = await city.AsAsync(Role.Chair, city.Qingxi);
        await answerer.PressAsync(await answerer.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "修好了"));
        await given.DisputedAsync(reference, city.Qingxi);
        await given.AcknowledgedAsync(reference);
        await given.AskedAsync(reference);
        await given.AnsweredAsync(reference);

        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Acknowledged);
        (await answerer.PressAsync(await answerer.GetAsync($"/desk/requests/{reference}/reply"), "发出", ("答复职工", "就是修好了"))).Text.ShouldContain("要由另一位同志来看");
        (await answerer.GetAsync("/desk/requests?view=disputed")).Text.ShouldContain("微波炉坏了两周");
        (await answerer.GetAsync($"/desk/requests/{reference}")).Text.ShouldNotContain("不派，告知去处");
        var other = await site.StaffBrowserAsync(Role.Chair, city.Qingxi, "周正");
        await other.PressAsync(await other.GetAsync($"/desk/requests/{reference}/close"), "办结，并告诉他", ("给职工的决定", "两台都看过了。"));

        var request = await given.ReadAsync(reference);
        (request.State, request.Outcome).ShouldBe((RequestState.Closed, Outcome.Unsolved));
        (await answerer.GetAsync("/desk/requests?view=disputed")).Text.ShouldNotContain("微波炉坏了两周");
    }

    [Fact]
    public async Task ADispute_SentDownAgain_IsNotDecidedBelow()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Anhe);
        await given.DispatchedAsync(reference, city.Qingxi);
        await given.AcknowledgedAsync(reference);
        var below = await city.AsAsync(Role.Chair, city.Qingxi);
        (await below.GetAsync($"/desk/requests/{reference}/close")).HasButton("办结").ShouldBeFalse();
        (await below.GetAsync("/desk/requests?view=disputed")).Text.ShouldContain("微波炉坏了两周");
    }

    [Fact]
    public async Task AGradeOfAnEarlierRound_IsNotThatOfTheEnd()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.RepliedAsync(reference);
        await given.ConfirmedAsync(reference);
        (await given.ReadAsync(reference)).Rating.ShouldBe(Rating.Satisfied);
        await given.ReworkedAsync(reference, city.Qingxi);
        (await given.ReadAsync(reference)).Rating.ShouldBeNull();
        await given.RepliedAsync(reference);
        await given.ChangedAsync(reference, request => request.CloseSilent(Actor.Platform("到期"), site.Clock.GetUtcNow().AddDays(30)));
        (await given.ReadAsync(reference)).Rating.ShouldBeNull();
    }
}
