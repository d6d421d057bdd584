using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.NameAccused;

/// <summary>反映的是…: what the worker did not name, whoever dispatches takes down; it goes around from then on.</summary>
public sealed class NameAccusedTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Set(ManualClock.Start);
        city = await GivenCity.BuildAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AUnit_LosesIt_AndItsPeopleHearNothingMore()
    {
        var handler = await city.AsAsync(Role.Handler, city.Courier);
        var chair = await site.StaffBrowserAsync(Role.Chair, city.Courier, "姜满囤");
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier, "年货少发了一半。");
        await given.DispatchedAsync(reference, city.Courier);
        (await chair.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.OK);

        var done = await NamedAsync(street, reference, "工会的姜满囤主席");

        done.Path.ShouldBe($"/desk/requests/{reference}", done.Text);
        done.Text.ShouldContain("记下反映的是");
        done.Text.ShouldContain("他在电话里说是主席扣的");
        done.Text.ShouldNotMatch(@"顺启快运分拨中心工会 \d+ 人", "who can read it");
        (await given.ReadAsync(reference)).CurrentUnit.ShouldBe(city.Qingxi);
        await site.RunJobsAsync();
        foreach (var own in new[] { chair, handler })
        {
            (await own.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await own.GetAsync("/desk/requests?view=all")).Text.ShouldNotContain("年货少发了一半");
            (await own.GetAsync("/notices")).Text.ShouldNotContain("提级");
        }

        var down = await street.PostFormAsync(await street.GetAsync("/desk/requests/register"), $"/desk/requests/{reference}/dispatch", ("Form.Unit", city.Courier.Value.ToString()), ("Form.Days", "2"));
        down.Text.ShouldContain("这件反映的就是这个单位，或者它的人");
        (await street.GetAsync($"/desk/requests/{reference}/helpers")).Text.ShouldNotContain("顺启快运分拨中心工会", Case.Sensitive, "it is not offered either");
        (await site.CountAsync($"audit_entry where what = 'accused-changed' and subject_id = (select id from request where reference = '{reference}')")).ShouldBe(1);
        (await site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'accused-named' and not t.is_public")).ShouldBe(1);
    }

    [Fact]
    public async Task OnesOwnUnit_GoesAround_AndTheOneWhoNamedItSeesItNoMore()
    {
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier, "街道的慰问品没有发。");
        await given.DispatchedAsync(reference, city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Courier);

        var done = await NamedAsync(street, reference, "清溪街道总工会");

        done.Path.ShouldBe("/desk/requests", done.Text);
        var request = await given.ReadAsync(reference);
        (request.CurrentUnit, request.Orders.Count(order => order.IsOpen)).ShouldBe((city.Anhe, 1));
        (await street.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await handler.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APerson_IsKeptAway_AndTakenBackSeesItAgain()
    {
        var account = await site.StaffAsync("named.later");
        await site.PostAsync(account, "戚小楼", Role.Handler, city.Qingxi);
        var street = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier, "答应的票没有给。");
        await given.AssignedAsync(reference, account);
        await NamedAsync(street, reference, "戚小楼");
        var request = await given.ReadAsync(reference);
        (request.CurrentUnit, request.Assignee).ShouldBe((city.Qingxi, null));
        var meant = await site.SignedInAsync("named.later");
        (await meant.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var cleared = await street.PressAsync(await street.GetAsync($"/desk/requests/{reference}/accused"), "记下", ("戚小楼", "on"), ("为什么", "同名的另一位"));
        cleared.Text.ShouldContain("去掉反映的是");
        (await meant.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AUnitTakenBack_SeesWhatItHadAgain()
    {
        var (street, own) = (await city.AsAsync(Role.Dispatcher, city.Qingxi), await city.AsAsync(Role.Chair, city.Courier));
        var reference = await given.SubmittedAsync(city.Courier, "活动室的钥匙没有人给。");
        await given.DispatchedAsync(reference, city.Courier);
        await NamedAsync(street, reference, "顺启快运分拨中心工会");
        (await own.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await street.PressAsync(await street.GetAsync($"/desk/requests/{reference}/accused"), "记下", ("顺启快运分拨中心工会", "on"), ("为什么", "说的是公司，不是工会"));
        (await own.GetAsync($"/desk/requests/{reference}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhatIsNotToBe_IsRefusedInWords()
    {
        var (street, caller) = (await city.AsAsync(Role.Dispatcher, city.Qingxi), await city.AsAsync(Role.FollowUpCaller, city.Qingxi));
        var reference = await given.SubmittedAsync(city.Courier);
        (await NamedAsync(street, reference, "隔壁的老张头")).ErrorAt("加上：哪个单位、哪个人").ShouldNotBeNull().ShouldContain("没有找到");
        (await NamedAsync(street, reference, "")).Text.ShouldContain("写一个还没有记的单位或人");
        (await NamedAsync(street, reference, "清溪街道总工会", " ")).ErrorAt("为什么").ShouldNotBeNull();
        (await caller.GetAsync($"/desk/requests/{reference}/accused")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var under = await given.SubmittedAsync(city.Restaurant);
        var above = await city.AsAsync(Role.Dispatcher, city.Anhe);
        await above.PostFormAsync(await above.GetAsync("/desk/requests/register"), $"/desk/requests/{under}/merge", ("Form.Target", reference), ("Form.Kind", "same-matter"), ("Form.Reason", "一样的事"));
        (await given.ReadAsync(under)).IsMerged.ShouldBeTrue();
        (await NamedAsync(above, reference, "望江街道总工会")).Text.ShouldContain("先把那一件拆出来");
    }

    private static async Task<PageAnswer> NamedAsync(Browser desk, string reference, string who, string why = "他在电话里说是主席扣的") =>
        await desk.PressAsync(await desk.GetAsync($"/desk/requests/{reference}/accused"), "记下", ("加上：哪个单位、哪个人", who), ("为什么", why));
}
