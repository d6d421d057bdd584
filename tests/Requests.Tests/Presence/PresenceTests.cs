using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Presence;

/// <summary>Who else has the case open, and who writes: by leases that run out by themselves.</summary>
public sealed class PresenceTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private string reference = "";

    public async ValueTask InitializeAsync()
    {
        city = await GivenCity.BuildAsync(site);
        reference = await given.SubmittedAsync(city.Courier);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WhoReadsAndWhoWrites_IsSeenByTheOthers_UntilTheLeaseIsOver()
    {
        var (handler, chair) = (await city.AsAsync(Role.Handler, city.Qingxi), await city.AsAsync(Role.Chair, city.Anhe));
        (await SayAsync(handler, writes: false)).Text.ShouldBe("");
        (await SayAsync(chair, writes: false)).Text.ShouldBe("也在看：李同志（清溪街道总工会）");
        await SayAsync(handler, writes: true);
        (await SayAsync(chair, writes: false)).Text.ShouldContain("在写答复");
        await SayAsync(handler, writes: false);
        (await SayAsync(chair, writes: false)).Text.ShouldContain("在写答复", Case.Insensitive, "a look at the page does not end his writing");

        site.Clock.Advance(TimeSpan.FromSeconds(51));
        (await SayAsync(chair, writes: false)).Text.ShouldBe("");
    }

    [Fact]
    public async Task WhoMayNotSeeTheCase_NeitherSeesNorIsSeen()
    {
        var (handler, other) = (await city.AsAsync(Role.Handler, city.Qingxi), await city.AsAsync(Role.Handler, city.Wangjiang));
        await SayAsync(handler, writes: true);
        (await SayAsync(other, writes: true)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/desk/requests/{reference}/presence")).Body.ShouldNotContain("李同志");
        (await SayAsync(handler, writes: false)).Text.ShouldBe("");
    }

    [Fact]
    public async Task PagesOfACase_AskForIt()
    {
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.GetAsync($"/desk/requests/{reference}")).Document.QuerySelector("#present")!.GetAttribute("hx-post").ShouldBe($"/desk/requests/{reference}/presence?writes=false");
        (await handler.GetAsync($"/desk/requests/{reference}/reply")).Document.QuerySelector("#present")!.GetAttribute("hx-post").ShouldBe($"/desk/requests/{reference}/presence?writes=true");
    }

    private async Task<PageAnswer> SayAsync(Browser browser, bool writes) =>
        await browser.PostFormAsync(await browser.GetAsync("/desk/requests/register"), $"/desk/requests/{reference}/presence?writes={(writes ? "true" : "false")}");
}
