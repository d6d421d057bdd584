using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.AcknowledgeRequest;

public sealed class SmallActsTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Acknowledge_PutsItOnOnesDesk()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var answer = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}"), "签收");
        answer.Text.ShouldContain("办理中");
        (await given.ReadAsync(reference)).Assignee.ShouldNotBeNull();
    }

    [Fact]
    public async Task Acknowledge_ASecondTime_IsRefusedInWords()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}");
        await given.AcknowledgedAsync(reference);
        (await handler.PressAsync(page, "签收")).Text.ShouldContain("这件现在是“办理中”，不能签收");
    }

    [Fact]
    public async Task Assign_GivesItToAColleague_AndBack()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "周兰");
        (await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/assign"), "转交", ("周兰", "on"))).Text.ShouldContain("转给周兰");
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/assign"), "转交", ("放回", "on"));
        (await given.ReadAsync(reference)).Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task Assign_ToAStranger_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var stranger = await site.StaffAsync("stranger1");
        await site.PostAsync(stranger, "生人", Role.Handler, city.Wangjiang);
        var page = await handler.GetAsync($"/desk/requests/{reference}/assign");
        (await handler.PressAsync(page.WithValue("Form.To", stranger.Value.ToString()), "转交")).Text.ShouldContain("只能转交给这件所在单位里能办理的同志");
    }

    [Fact]
    public async Task Ask_WaitsForTheWorker_AndANoteStaysInternal()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/ask"), "问他", ("问职工一句", "哪一台？"))).Text.ShouldContain("等职工回话");
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/note"), "记下", ("内部记录", "打过电话了"));
        (await handler.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldNotContain("打过电话了");
        (await handler.GetAsync($"/desk/requests/{reference}?show=internal")).Text.ShouldContain("打过电话了");
    }

    [Fact]
    public async Task Decline_StartsFromAStandardReply_ThatMustBeFilledIn()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var page = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/decline"), "不归工会，另有部门");
        page.ValueOf("告诉职工该找谁").ShouldContain("王同志您好，这件事归{填：哪个部门}管");
        (await dispatcher.PressAsync(page, "发出，到此办结")).ErrorAt("告诉职工该找谁").ShouldNotBeNull().ShouldStartWith("还有 4 处没填：{填：哪个部门}、{填：电话}");
        var done = await dispatcher.PressAsync(page, "发出，到此办结", ("告诉职工该找谁", "这件事归社保局管，电话 12333。"));
        done.Text.ShouldContain("已指路");
    }
}
