using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Today;

public sealed class TodayPanelTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_WithNothing_SaysSo() =>
        (await (await city.AsAsync(Role.Handler, city.Nanmen)).GetAsync("/desk")).Text.ShouldContain("都办完了");

    [Fact]
    public async Task Get_ShowsWhatWaits_OfOwnUnitsOnly()
    {
        var mine = await given.SubmittedAsync(city.Courier);
        var theirs = await given.SubmittedAsync(city.Restaurant);
        var page = await (await city.AsAsync(Role.Dispatcher, city.Qingxi)).GetAsync("/desk");
        page.Text.ShouldContain("等派单和签收");
        page.Body.ShouldContain(mine);
        page.Body.ShouldNotContain(theirs);
    }

    [Fact]
    public async Task Get_AsAdministrator_ShowsNoRequests()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        (await (await city.AsAsync(Role.SystemAdmin, city.City)).GetAsync("/desk")).Body.ShouldNotContain(reference);
    }
}
