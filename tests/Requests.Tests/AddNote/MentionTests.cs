using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.AddNote;

/// <summary>A note may name colleagues who may see the case, and nobody else.</summary>
public sealed class MentionTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WhoIsNamed_IsToldOnce_AndFindsItInHisList()
    {
        var (chair, handler) = (await NamedAsync(Role.Chair, city.Anhe, "欧阳文"), await city.AsAsync(Role.Handler, city.Qingxi));
        var reference = await given.SubmittedAsync(city.Courier);
        (await chair.GetAsync("/desk/mentions")).Text.ShouldContain("还没有提到您的");
        var noted = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/note"), "记下", ("内部记录", "请@欧阳文看一下，＠欧阳文 邮箱 a@b.cn"));
        noted.Path.ShouldBe($"/desk/requests/{reference}");
        await site.RunJobsAsync();
        (await site.CountAsync($"notice where link = '/desk/requests/{reference}?show=internal'")).ShouldBe(1);
        var list = await chair.GetAsync("/desk/mentions");
        list.Text.ShouldContain("请@欧阳文看一下");
        list.LinkTo("微波炉").ShouldBe($"/desk/requests/{reference}?show=internal#timeline");
        (await handler.GetAsync("/desk/mentions")).Text.ShouldContain("还没有提到您的");
        (await site.NewBrowser().GetAsync("/desk/mentions")).Path.ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("请@司马看一下", "@司马看一")]
    [InlineData("@诸葛外人 来一下", "@诸葛外人")]
    [InlineData("群里写的是“@所有人 下午开会”", "@所有人")]
    public async Task WhomItDoesNotReach_IsSaid_AndTheNoteIsKept(string words, string missed)
    {
        await NamedAsync(Role.Chair, city.Donghu, "诸葛外人");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier);
        var noted = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/note"), "记下", ("内部记录", words));
        noted.Path.ShouldBe($"/desk/requests/{reference}");
        noted.Text.ShouldContain($"{missed} 没有提醒到：没有这位同志，或者他看不到这件");
        (await site.CountAsync($"timeline_entry where kind = 'note' and request_id = (select id from request where reference = '{reference}')")).ShouldBe(1);
        (await site.CountAsync($"mention where request_id = (select id from request where reference = '{reference}')")).ShouldBe(0);
    }

    [Fact]
    public async Task TwoOfOneName_AreToldApartByTick()
    {
        await NamedAsync(Role.Chair, city.Qingxi, "慕容同名");
        var second = await NamedAsync(Role.Dispatcher, city.Anhe, "慕容同名");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var reference = await given.SubmittedAsync(city.Courier);
        var refused = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/note"), "记下", ("内部记录", "@慕容同名 看看"));
        refused.ErrorAt("内部记录").ShouldNotBeNull().ShouldContain("有 2 位");
        var noted = await handler.PressAsync(refused, "记下", ("慕容同名 派单员", "on"));
        noted.Path.ShouldBe($"/desk/requests/{reference}");
        (await second.GetAsync("/desk/mentions")).Text.ShouldContain("看看");
        (await site.CountAsync($"mention where request_id = (select id from request where reference = '{reference}')")).ShouldBe(1);
    }

    [Fact]
    public async Task SomebodyTickedFromOutside_IsRefused()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var answer = await handler.PostFormAsync(
            await handler.GetAsync($"/desk/requests/{reference}/note"), $"/desk/requests/{reference}/note", ("Form.Text", "看看"), ("Form.Mentions", city.City.ToString()));
        answer.ErrorAt("内部记录").ShouldNotBeNull().ShouldContain("看不到这件");
    }

    private Task<Browser> NamedAsync(Role role, UnitId unit, string name) => site.StaffBrowserAsync(role, unit, name);
}
