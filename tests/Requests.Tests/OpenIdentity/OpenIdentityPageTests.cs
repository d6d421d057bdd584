using System.Net;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.OpenIdentity;

public sealed class OpenIdentityPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_WithAReason_ShowsThePersonOnce_AndLeavesATrace()
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var opened = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/open-identity"), "看，并告诉他", ("理由", "需要约他一起去现场"));
        opened.Text.ShouldContain("王大力");
        opened.Text.ShouldContain("19900001011");
        var page = await dispatcher.GetAsync($"/desk/requests/{reference}");
        page.Body.ShouldNotContain("王大力");
        page.Text.ShouldContain("看过 1 次");
        page.Text.ShouldContain("需要约他一起去现场");
        var id = (await given.ReadAsync(reference)).Id.Value;
        await site.WithAsync<RequestsDb>(async db =>
            (await db.Context.Set<AuditEntry>().SingleAsync(entry => entry.SubjectId == id && entry.What == "identity-opened", TestContext.Current.CancellationToken))
                .Reason.ShouldBe("需要约他一起去现场"));
    }

    [Fact]
    public async Task Post_WithoutAReason_ShowsNothing()
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var answer = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/open-identity"), "看，并告诉他", ("理由", "看"));
        answer.ErrorAt("理由").ShouldNotBeNull();
        answer.Body.ShouldNotContain("王大力");
    }

    [Fact]
    public async Task TheWorkersOwnUnion_NeverSeesWhoItIs()
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        await given.DispatchedAsync(reference, city.Courier);
        var own = await city.AsAsync(Role.Chair, city.Courier);
        (await own.GetAsync($"/desk/requests/{reference}/open-identity")).HasButton("看，并告诉他").ShouldBeFalse();
        var other = await given.SubmittedAsync(city.Restaurant, visibility: Visibility.Hidden);
        var above = await city.AsAsync(Role.Chair, city.Qingxi);
        (await above.GetAsync($"/desk/requests/{other}/open-identity")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhereTheUnitIsNotKnown_NoEmployersUnionSeesWhoItIs()
    {
        foreach (var unit in new UnitId?[] { null, city.Anhe })
        {
            var reference = await given.SubmittedAsync(unit, visibility: Visibility.Hidden);
            await given.DispatchedAsync(reference, city.Courier);
            await BarredAsync(await city.AsAsync(Role.Chair, city.Courier), reference);
            (await (await city.AsAsync(Role.Chair, city.Anhe)).GetAsync($"/desk/requests/{reference}/open-identity")).HasButton("看，并告诉他").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task TheUnionOfTheWholeGroup_IsTheWorkersOwnToo()
    {
        var group = await site.UnitAsync("顺启集团工会", UnitKind.Primary, city.Qingxi);
        var firm = await site.UnitAsync("顺启冷链公司工会", UnitKind.Primary, group);
        var reference = await given.SubmittedAsync(firm, visibility: Visibility.Hidden);
        await given.DispatchedAsync(reference, group);
        await BarredAsync(await city.AsAsync(Role.Chair, group), reference);
    }

    [Fact]
    public async Task TheUnionIntoWhichHisOwnWasMerged_IsTheWorkersOwnToo()
    {
        var (own, into) = (await site.UnitAsync("老厂工会", UnitKind.Primary, city.Qingxi), await site.UnitAsync("新厂工会", UnitKind.Primary, city.Qingxi));
        var reference = await given.SubmittedAsync(own, visibility: Visibility.Hidden);
        await site.MergeAsync(own, into);
        await given.DispatchedAsync(reference, into);
        await BarredAsync(await city.AsAsync(Role.Chair, into), reference);
    }

    [Fact]
    public async Task Post_BySomeoneWithSeveralPosts_NamesTheUnitThatHasTheCase()
    {
        var account = await site.StaffAsync("two.posts");
        await site.PostAsync(account, "李敏", Role.Dispatcher, city.Beiyuan);
        await site.PostAsync(account, "李敏", Role.Dispatcher, city.City);
        await site.PostAsync(account, "李敏", Role.Dispatcher, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        var dispatcher = await site.SignedInAsync("two.posts");
        await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/open-identity"), "看，并告诉他", ("理由", "需要约他一起去现场"));
        (await site.CountAsync($"timeline_entry where kind = 'identity-opened' and unit_id = '{city.Qingxi}'")).ShouldBe(1);
        (await site.CountAsync($"timeline_entry where kind = 'identity-opened' and unit_id in ('{city.Beiyuan}', '{city.City}')")).ShouldBe(0);
    }

    /// <summary>Neither the button nor a post that no button sent.</summary>
    private static async Task BarredAsync(Browser chair, string reference)
    {
        var page = await chair.GetAsync($"/desk/requests/{reference}/open-identity");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.HasButton("看，并告诉他").ShouldBeFalse();
        var answer = await chair.PostFormAsync(await chair.GetAsync("/desk/requests/register"), $"/desk/requests/{reference}/open-identity", ("Form.Reason", "需要约他一起去现场"));
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Body.ShouldNotContain("王大力");
    }

    [Fact]
    public async Task AHandler_MayNot()
    {
        var reference = await given.SubmittedAsync(city.Courier, visibility: Visibility.Hidden);
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests/{reference}/open-identity")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
