using System.Net;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ExportRequests;

public sealed class ExportRequestsPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_WritesOwnScopeOnly_WithoutIdentities_OnTheRecord()
    {
        var mine = await given.SubmittedAsync(city.Courier, "=cmd|' /C calc'!A0 说的话");
        var hidden = await given.SubmittedAsync(city.Courier, "保密的原话在这里", visibility: Visibility.Hidden);
        var theirs = await given.SubmittedAsync(city.Restaurant);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var file = await handler.PressAsync(await handler.GetAsync("/desk/requests/export?view=all"), "导出 CSV");
        file.Body.ShouldContain(mine);
        file.Body.ShouldContain(hidden);
        file.Body.ShouldNotContain(theirs);
        file.Body.ShouldNotContain("王大力");
        file.Body.ShouldNotContain("19900001011");
        file.Body.ShouldNotContain("保密的原话");
        file.Body.ShouldContain("'=cmd");
        await site.WithAsync<RequestsDb>(async db =>
            (await db.Context.Set<AuditEntry>().SingleAsync(entry => entry.What == "requests-exported" && entry.Data.Contains("view=all"), TestContext.Current.CancellationToken)).Data.ShouldNotContain("王大力"));
    }

    [Fact]
    public async Task Post_AsWorkbook_IsAZip()
    {
        await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.PressAsync(await handler.GetAsync("/desk/requests/export"), "xlsx")).Body.ShouldStartWith("PK");
    }

    [Fact]
    public async Task Get_WithoutPermission_IsRefused() =>
        (await (await city.AsAsync(Role.Agent, city.City)).GetAsync("/desk/requests/export")).Status.ShouldBe(HttpStatusCode.Forbidden);
}
