using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.OpenRequest;

public sealed class OpenRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_AsVisitor_AsksToSignIn()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        (await site.NewBrowser().GetAsync($"/desk/requests/{reference}")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Get_WithoutPermission_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var page = await (await city.AsAsync(Role.Cashier, city.Qingxi)).GetAsync($"/desk/requests/{reference}");
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Text.ShouldNotContain("微波炉");
    }

    [Fact]
    public async Task Get_OfAnotherStreet_IsTheSameAsUnknown()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var other = await city.AsAsync(Role.Handler, city.Wangjiang);
        var notMine = await other.GetAsync($"/desk/requests/{reference}");
        var unknown = await other.GetAsync("/desk/requests/2026-999999");
        notMine.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        notMine.Text.Replace(reference, "?").ShouldBe(unknown.Text.Replace("2026-999999", "?"));
    }

    [Fact]
    public async Task Get_OfANamedRequest_ShowsWordsPersonClockAndWhoCanSee()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var page = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests/{reference}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("带的饭都是凉的");
        page.Text.ShouldContain("王大力");
        page.Text.ShouldContain("19900001011");
        page.Text.ShouldContain("待派单");
        page.Text.ShouldContain("9月24日 周四 17:30 前");
        page.Text.ShouldContain("清溪街道总工会 1 人");
        page.HasButton("签收").ShouldBeTrue();
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("anonymous")]
    public async Task Get_OfAnUnnamedRequest_ShowsNobody(string visibility)
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Data.EnumText.Parse<Visibility>(visibility));
        var page = await (await city.AsAsync(Role.Chair, city.Anhe)).GetAsync($"/desk/requests/{reference}");
        page.Body.ShouldNotContain("王大力");
        page.Body.ShouldNotContain("19900001011");
        page.Text.ShouldContain("一位职工");
    }

    [Fact]
    public async Task Get_FromAbove_MayHandleIt_FromAUnitItLeft_MayOnlyRead()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.DispatchedAsync(reference, city.Courier);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests/{reference}")).HasButton("签收").ShouldBeTrue();
        (await (await city.AsAsync(Role.Leader, city.Qingxi)).GetAsync($"/desk/requests/{reference}")).HasButton("签收").ShouldBeFalse();
    }
}
