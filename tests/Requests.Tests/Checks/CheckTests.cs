using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Requests.Intake;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Checks;

/// <summary>A service may ask for steps before the answer or the end; who did which is on record, and what is missing is named.</summary>
public sealed class CheckTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnAnswer_NamesWhatIsMissing_AndGoesOutOnceItIsTicked()
    {
        await AskedOfAsync("general-complaint", "打电话问过职工\n办结：材料归档");
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var refused = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出，请他确认", ("答复职工", "微波炉今晚能用。"));
        refused.Text.ShouldContain("清单上还差 1 项：打电话问过职工。办好勾上，再答复。");
        refused.ValueOf("答复职工").ShouldBe("微波炉今晚能用。");
        var page = await handler.GetAsync($"/desk/requests/{reference}");
        page.Text.ShouldContain("要办的清单 · 0 / 2");
        page.Text.ShouldContain("材料归档（办结前）");

        var ticked = await handler.PressAsync(page, "办好了：打电话问过职工");
        ticked.Text.ShouldContain("要办的清单 · 1 / 2");
        ticked.Text.ShouldContain("打电话问过职工 李同志");
        (await handler.PressAsync(ticked, "去掉：打电话问过职工")).Text.ShouldContain("要办的清单 · 0 / 2");
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "办好了：打电话问过职工");
        (await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出，请他确认", ("答复职工", "微波炉今晚能用。"))).Text.ShouldContain("等职工确认");
        (await site.CountAsync($"audit_entry where what = 'check-ticked' and subject_id = (select id from request where reference = '{reference}')")).ShouldBe(3);
        (await handler.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldNotContain("清单上办好");
    }

    [Fact]
    public async Task ADecision_TakesThoseOfTheEndToo()
    {
        await AskedOfAsync("general-help", "办结：上门看过");
        var reference = await given.SubmittedAsync(city.Courier, service: "general-help");
        await given.AcknowledgedAsync(reference);
        await given.RepliedAsync(reference);
        await given.DisputedAsync(reference, city.Anhe);
        var chair = await city.AsAsync(Role.Chair, city.Anhe);
        var refused = await chair.PressAsync(await chair.GetAsync($"/desk/requests/{reference}/close"), "办结，并告诉他", ("给职工的决定", "查过了，可以申请仲裁。"));
        refused.Text.ShouldContain("清单上还差 1 项：上门看过。办好勾上，再办结。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Disputed);
    }

    [Fact]
    public async Task SendingHimElsewhere_TakesTheListToo()
    {
        await AskedOfAsync("general-help", "问过用人单位");
        var reference = await given.SubmittedAsync(city.Courier, service: "general-help");
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var refused = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/decline"), "发出，到此办结", ("告诉职工该找谁", "请到人社局三楼。"));
        refused.Text.ShouldContain("清单上还差 1 项：问过用人单位。");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task ATick_IsOfItsRound_AndStaysAsItWasAtTheEnd()
    {
        await AskedOfAsync("general-help", "打电话问过职工");
        var reference = await given.SubmittedAsync(city.Courier, service: "general-help");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var ticked = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "办好了：打电话问过职工");
        await given.AcknowledgedAsync(reference);
        await given.RepliedAsync(reference);
        await given.ConfirmedAsync(reference);
        (await handler.PressAsync(ticked, "去掉：打电话问过职工")).Text.ShouldContain("不能改清单");
        (await handler.GetAsync($"/desk/requests/{reference}")).Text.ShouldContain("要办的清单 · 1 / 1");

        await given.ReworkedAsync(reference, city.Qingxi);
        var again = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "发出，请他确认", ("答复职工", "微波炉今晚能用。"));
        again.Text.ShouldContain("清单上还差 1 项：打电话问过职工");
    }

    [Fact]
    public async Task WhatWasFiledBefore_KeepsTheListOfItsDay()
    {
        var before = await given.SubmittedAsync(city.Courier, service: "general-suggestion");
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var form = await admin.PressAsync(await admin.GetAsync("/admin/services/general-suggestion"), "看看会改什么", ("办理清单", "问过用人部门"), ("依据", "市总办〔2026〕9 号"));
        form.Text.ShouldContain("办理清单");
        await admin.PressAsync(form, "就这样改");
        ((ServiceCatalogue)site.Services.GetService(typeof(ServiceCatalogue))!).Forget();
        var after = await given.SubmittedAsync(city.Courier, service: "general-suggestion");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.GetAsync($"/desk/requests/{before}")).Text.ShouldNotContain("要办的清单");
        (await handler.GetAsync($"/desk/requests/{after}")).Text.ShouldContain("要办的清单 · 0 / 1");
    }

    [Fact]
    public async Task SomebodyWhoOnlyReads_DoesNotTick()
    {
        await AskedOfAsync("general-petition", "核实过");
        var reference = await given.SubmittedAsync(city.Courier, service: "general-petition");
        using var caller = await site.StaffBrowserAsync(Role.FollowUpCaller, city.City);
        var page = await caller.GetAsync($"/desk/requests/{reference}");
        page.HasButton("办好了").ShouldBeFalse();
        await caller.PostFormAsync(await caller.GetAsync("/requests/submit"), $"/desk/requests/{reference}/check", ("done", "true"), ("key", "x"));
        (await site.CountAsync($"request_check where request_id = (select id from request where reference = '{reference}')")).ShouldBe(0);
        var other = await city.AsAsync(Role.Handler, city.Wangjiang);
        (await other.PostFormAsync(await other.GetAsync("/desk/requests/register"), $"/desk/requests/{reference}/check", ("done", "true"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("办结：", "没写要办什么")]
    [InlineData("核实\n核实", "写了两遍")]
    public async Task AWrongList_IsToldAtItsField(string typed, string told)
    {
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city.City);
        var page = await admin.PressAsync(await admin.GetAsync("/admin/services/general-report"), "看看会改什么", ("办理清单", typed), ("依据", "市总办〔2026〕9 号"));
        page.ErrorAt("办理清单").ShouldNotBeNull().ShouldContain(told);
    }

    private async Task AskedOfAsync(string service, string typed)
    {
        var checks = UnionHall.Requests.Checks.CheckBook.Write(UnionHall.Requests.Catalogue.CheckReader.Read(typed).Checks);
        await site.ExecuteAsync($"update service set checks = '{checks}' where code = '{service}'");
        ((ServiceCatalogue)site.Services.GetService(typeof(ServiceCatalogue))!).Forget();
    }
}
