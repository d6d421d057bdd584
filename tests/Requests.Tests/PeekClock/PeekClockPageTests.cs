using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.PeekClock;

public sealed class PeekClockPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheCardOfARow_NamesEveryClock_AndEveryHelpersOwn()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        var street = await city.AsAsync(Role.Handler, city.Qingxi);
        var row = (await street.GetAsync("/desk/requests?view=all")).Document.QuerySelector($"[data-peek='/desk/requests/{reference}/clock/peek']");
        row.ShouldNotBeNull().GetAttribute("href").ShouldBe($"/desk/requests/{reference}/clock");

        var card = await (await city.AsAsync(Role.Handler, city.Anhe)).SendRawAsync(Peek(reference));

        card.StatusCode.ShouldBe(HttpStatusCode.OK);
        var words = await card.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        words.ShouldContain("答应职工");
        words.ShouldContain("顺启快运分拨中心工会这一段");
        words.ShouldNotContain("<html");
    }

    [Fact]
    public async Task OfAnotherStreet_ThereIsNoCard()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        (await (await city.AsAsync(Role.Handler, city.Wangjiang)).SendRawAsync(Peek(reference))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WithoutAScript_TheWholePageOpens()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests/{reference}/clock/peek")).Path.ShouldBe($"/desk/requests/{reference}/clock");
    }

    private static HttpRequestMessage Peek(string reference) =>
        new(HttpMethod.Get, $"/desk/requests/{reference}/clock/peek") { Headers = { { "HX-Request", "true" } } };
}
