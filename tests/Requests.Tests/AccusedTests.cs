using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests;

/// <summary>Who a request is about finds out nothing and does nothing, whatever his posts reach; a unit, or one whose chair is meant, is gone around.</summary>
public sealed class AccusedTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Secret = "慰问金少发了";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TheChairOfTheUnit_IsGoneAround_AndSeesNothing()
    {
        var chair = await site.StaffBrowserAsync(Role.Chair, city.Qingxi, "孙大有");
        var dispatcher = await site.StaffBrowserAsync(Role.Dispatcher, city.Qingxi, "吴小凤");
        var reference = await given.SubmittedAsync(city.Courier, Secret, accused: "街道工会的孙大有主席");
        (await given.ReadAsync(reference)).Owner.ShouldBe(city.Anhe);
        await site.RunJobsAsync();
        await NothingAsync(chair, reference);
        await NothingAsync(dispatcher, reference);
        var above = await site.StaffBrowserAsync(Role.Dispatcher, city.Anhe);
        (await above.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("反映的是：街道工会的孙大有主席");
        foreach (var unit in new[] { city.Qingxi, city.Courier })
        {
            var down = await above.PostFormAsync(await above.GetAsync("/desk/requests/register"), $"/desk/requests/{reference}/dispatch", ("Form.Unit", unit.Value.ToString()), ("Form.Days", "2"));
            down.Text.ShouldContain("这件反映的就是这个单位，或者它的人");
        }

        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Anhe);
    }

    [Fact]
    public async Task ANamedUnit_IsGoneAround()
    {
        var reference = await given.SubmittedAsync(city.Courier, Secret, accused: "清溪街道总工会");
        (await given.ReadAsync(reference)).Owner.ShouldBe(city.Anhe);
        await NothingAsync(await city.AsAsync(Role.Handler, city.Qingxi), reference);
    }

    [Fact]
    public async Task APersonOfAnUpperUnit_WhoseColleaguesHandleIt_SeesNothing()
    {
        var meant = await site.StaffBrowserAsync(Role.Dispatcher, city.Anhe, "钱多多");
        var colleague = await site.StaffBrowserAsync(Role.Dispatcher, city.Anhe, "郑一心");
        var reference = await given.SubmittedAsync(city.Courier, Secret, accused: "区里的钱多多");
        (await given.ReadAsync(reference)).Owner.ShouldBe(city.Qingxi);
        await site.RunJobsAsync();
        await NothingAsync(meant, reference);
        (await colleague.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain(Secret);
        (await colleague.GetAsync($"/desk/requests?view=all&q={reference}")).Text.ShouldContain(Secret);
    }

    [Fact]
    public async Task HeCannotBeGivenIt_NorThroughWhatStandsUnderAnother()
    {
        var account = await site.StaffAsync("meant.here");
        await site.PostAsync(account, "冯有才", Role.Handler, city.Qingxi, wholeSubtree: true);
        var reference = await given.SubmittedAsync(city.Courier, Secret, accused: "冯有才");
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        (await street.PostFormAsync(await street.GetAsync($"/desk/requests/{reference}/assign"), $"/desk/requests/{reference}/assign", ("Form.To", account.Value.ToString()))).Text.ShouldContain("这件反映的就是这位同志");

        var head = await given.SubmittedAsync(city.Courier, "食堂的事。", name: "赵铁山");
        await given.AssignedAsync(head, account);
        var near = await MergeAsync(street, reference, head);
        near.Text.ShouldContain("正在反映的人手上");
        await given.ChangedAsync(head, request => request.Assign(null, null, Actor.Platform("周同志"), site.Clock.GetUtcNow()));
        (await MergeAsync(street, reference, head)).Path.ShouldBe($"/desk/requests/{reference}");

        var meant = await site.SignedInAsync("meant.here");
        foreach (var one in new[] { head, reference })
        {
            (await street.GetAsync($"/desk/requests/{head}/participants")).Text.ShouldContain("王大力");
            await NothingAsync(meant, one, "王大力", "赵铁山");
            (await street.PostFormAsync(await street.GetAsync($"/desk/requests/{head}/assign"), $"/desk/requests/{head}/assign", ("Form.To", account.Value.ToString()))).Text.ShouldContain("这件反映的就是这位同志");
        }

        await given.ChangedAsync(head, request => request.Supplement("又有一件。", Actor.Visitor(null), site.Clock.GetUtcNow()));
        await site.RunJobsAsync();
        (await meant.GetAsync("/notices")).Body.ShouldNotContain(head);
        await street.PressAsync(await street.GetAsync($"/desk/requests/{reference}/unmerge"), "拆出来", ("为什么拆", "两回事"));
        (await meant.GetAsync($"/desk/requests/{head}")).Status.ShouldBe(HttpStatusCode.OK);
        (await meant.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhomTheHeadIsAbout_ReadsNothingOfWhatIsUnderIt()
    {
        var meant = await site.StaffBrowserAsync(Role.Dispatcher, city.Anhe, "褚有礼");
        var head = await given.SubmittedAsync(city.Courier, Secret, accused: "区里的褚有礼");
        var under = await given.SubmittedAsync(city.Courier, "慰问金我也少了。", name: "李小满", phone: "19900001012");
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        (await MergeAsync(street, under, head)).Path.ShouldBe($"/desk/requests/{under}");
        await site.RunJobsAsync();
        await NothingAsync(meant, under, "李小满", "慰问金我也少了");
        await NothingAsync(meant, head, "李小满");
    }

    [Fact]
    public async Task NeitherWayRound_AUnitComesUnderWhatIsAboutIt()
    {
        var about = await given.SubmittedAsync(city.Courier, Secret, accused: "清溪街道总工会");
        var there = await given.SubmittedAsync(city.Courier, "食堂的事。");
        (await given.ReadAsync(there)).CurrentUnit.ShouldBe(city.Qingxi);
        var above = await city.AsAsync(Role.Dispatcher, city.Anhe);
        (await MergeAsync(above, there, about)).Text.ShouldContain("不能并，请分开办");
        (await MergeAsync(above, about, there)).Text.ShouldContain("不能并，请分开办");
        (await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync($"/desk/requests/{there}")).Body.ShouldNotContain(about);
    }

    [Fact]
    public async Task WhoIsMeant_IsFoundWithoutAWorkplace_AndBelowAPickedDistrict()
    {
        foreach (var place in new UnitId?[] { null, city.Donghu })
        {
            var reference = await given.SubmittedAsync(place, Secret, accused: "清溪街道总工会和南门街道的卫成海");
            (await site.CountAsync($"accused a join request r on r.id = a.request_id where r.reference = '{reference}' and a.unit_id in ('{city.Qingxi}', '{city.Nanmen}')")).ShouldBe(1);
        }

        await site.StaffBrowserAsync(Role.Chair, city.Nanmen, "卫成海");
        var named = await given.SubmittedAsync(city.Donghu, Secret, accused: "南门街道的卫成海");
        (await site.CountAsync($"accused a join request r on r.id = a.request_id where r.reference = '{named}' and a.unit_id = '{city.Nanmen}'")).ShouldBe(1);
        var down = await (await city.AsAsync(Role.Dispatcher, city.Donghu)).PostFormAsync(
            await (await city.AsAsync(Role.Dispatcher, city.Donghu)).GetAsync("/desk/requests/register"), $"/desk/requests/{named}/dispatch", ("Form.Unit", city.Nanmen.Value.ToString()), ("Form.Days", "2"));
        down.Text.ShouldContain("这件反映的就是这个单位，或者它的人");
    }

    [Fact]
    public async Task TheCasesBehindARate_AreNotShownToWhomTheyAreAbout()
    {
        var follow = new GivenFollowUps(site, city);
        var meant = await site.StaffBrowserAsync(Role.Dispatcher, city.City, "蒋为民");
        var reference = await follow.ConfirmedAsync();
        await follow.AnswerAsync(await follow.CallerAsync(), reference);
        var address = $"/desk/rates/cases?unit={(await site.WithAsync<Organisation.UnitDirectory, Organisation.UnitSummary?>(units => units.FindAsync(city.City, TestContext.Current.CancellationToken).AsTask()))!.Code}";
        (await meant.GetAsync(address)).Body.ShouldContain(reference);
        await site.ExecuteAsync($"insert into accused (id, request_id, account, name) select gen_random_uuid(), r.id, p.account_id, '蒋为民' from request r, post p where r.reference = '{reference}' and p.holder_name = '蒋为民'");
        var page = await meant.GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldNotContain(reference);
    }

    [Fact]
    public async Task TheForms_TakeWhoItIsAbout_AndRefuseTooMuch()
    {
        var own = await site.CityAsync();
        await site.StaffBrowserAsync(Role.Chair, own.Street, "周正义");
        using var worker = site.NewBrowser();
        var filed = GivenWorker.Filed.Of(await site.SubmitAsync(worker, "management-style", words: Secret, more: [("反映的是谁", "街道的周正义主席")]));
        (await site.RequestAsync(filed.Reference)).Owner.ShouldBe(own.District);
        var long1 = await site.PressSubmitAsync(site.NewBrowser(), "management-style", words: Secret, more: [("反映的是谁", new string('长', 201))]);
        long1.ErrorAt("反映的是谁").ShouldNotBeNull().ShouldContain("最多 200 个字");

        var agent = await city.AsAsync(Role.Agent, city.City);
        var slip = await agent.PressAsync(
            await agent.GetAsync("/desk/requests/register"), "登记，给编号和口令", ("他说的话", "登记的" + Secret), ("是哪类事", "general-report"), ("对本单位保密", "on"), ("姓名", "王大力"), ("反映的是谁", "澜江市总工会"));
        slip.Title.ShouldBe("登记好了，念给他听", slip.Text);
        (await site.CountAsync("accused where name = '澜江市总工会'")).ShouldBeGreaterThan(0);
    }

    private static async Task<PageAnswer> MergeAsync(Browser desk, string other, string into) => await desk.PostFormAsync(
        await desk.GetAsync("/desk/requests/register"), $"/desk/requests/{other}/merge", ("Form.Target", into), ("Form.Kind", "same-matter"), ("Form.Reason", "一样的事"));

    private async Task NothingAsync(Browser meant, string reference, params string[] words)
    {
        foreach (var page in (await PageAddress.AllAsync(site)).Where(page => page.IsOfStaff && page.Pattern.Contains("{reference}", StringComparison.Ordinal)))
        {
            var answer = await meant.GetAsync(page.With(reference));
            answer.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
            Array.ForEach([Secret, .. words], word => answer.Body.ShouldNotContain(word, Case.Sensitive, page.Pattern));
        }

        foreach (var address in new[] { "/desk", "/desk/requests", "/desk/requests?view=all", $"/desk/requests?view=all&q={reference}", $"/desk/requests?view=all&q={Uri.EscapeDataString("慰问金")}", "/notices", "/desk/follow-ups", "/desk/deferred", "/desk/rates/cases" })
        {
            var answer = await meant.GetAsync(address);
            answer.Body.ShouldNotContain(Secret, Case.Sensitive, address);
            (address.Contains("q=", StringComparison.Ordinal) ? "" : answer.Body).ShouldNotContain(reference, Case.Sensitive, address);
        }

        (await meant.GetAsync("/desk/requests?view=all")).Text.ShouldContain("0 件");
        var export = await meant.PostFormAsync(await meant.GetAsync("/desk/requests/export?view=all"), "/desk/requests/export?view=all", ("format", "csv"));
        export.Body.ShouldNotContain(Secret);
    }
}
