using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.RegisterRequest;

public sealed class RegisterRequestPageTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private GivenCity city = null!;

    public async ValueTask InitializeAsync() => city = await GivenCity.BuildAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Get_WithoutPermission_IsRefused()
    {
        (await site.NewBrowser().GetAsync("/desk/requests/register")).Path.ShouldStartWith("/sign-in");
        (await (await city.AsAsync(Role.FollowUpCaller, city.City)).GetAsync("/desk/requests/register")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_GivesReferenceAndPassphrase_AndTheStreetHasIt()
    {
        var agent = await city.AsAsync(Role.Agent, city.City);
        var page = await agent.PressAsync(await agent.GetAsync("/desk/requests/register"), "找单位", ("在哪儿上班", "顺启"), ("他说的话", "宿舍热水器一碰就麻。"));
        page.ValueOf("他说的话").ShouldBe("宿舍热水器一碰就麻。");
        var slip = await agent.PressAsync(page.WithValue("Form.WorksAt", city.Courier.Value.ToString()), "登记，给编号和口令", ("是哪类事", "general-complaint"), ("姓名", "王大力"), ("手机号", "199 0000 1011"));
        slip.Title.ShouldBe("登记好了，念给他听", slip.Text);
        slip.Text.ShouldContain("诉 2026-");
        slip.Text.ShouldContain("口令");
        var street = await (await city.AsAsync(Role.Handler, city.Qingxi)).GetAsync("/desk/requests?q=热水器");
        street.Text.ShouldContain("1 件");
        street.Text.ShouldContain("电话");
    }

    [Fact]
    public async Task Post_WithMistakes_TellsThemAll_AndKeepsWhatWasTyped()
    {
        var agent = await city.AsAsync(Role.Agent, city.City);
        var answer = await agent.PressAsync(await agent.GetAsync("/desk/requests/register"), "登记，给编号和口令", ("姓名", "王大力"), ("手机号", "1990000101"));
        answer.ErrorAt("他说的话").ShouldNotBeNull();
        answer.ErrorAt("是哪类事").ShouldBe("选一下是哪类事。");
        answer.ErrorAt("手机号").ShouldNotBeNull().ShouldContain("现在 10 位");
        answer.ValueOf("姓名").ShouldBe("王大力");

        // The browser keeps what was typed too, as a draft, but neither of these.
        answer.Field("他说的话").HasAttribute("data-draft-skip").ShouldBeFalse();
        answer.Field("姓名").HasAttribute("data-draft-skip").ShouldBeTrue();
        answer.Field("手机号").HasAttribute("data-draft-skip").ShouldBeTrue();
    }

    [Fact]
    public async Task Post_Anonymous_KeepsNobody()
    {
        var agent = await city.AsAsync(Role.Agent, city.City);
        var slip = await agent.PressAsync(
            await agent.GetAsync("/desk/requests/register"), "登记，给编号和口令", ("他说的话", "车间有人抽烟。"), ("是哪类事", "general-report"), ("匿名", "on"), ("姓名", "王大力"));
        slip.Title.ShouldBe("登记好了，念给他听");
        (await agent.GetAsync("/desk/requests?view=all&q=王大力")).Text.ShouldNotContain("抽烟");
    }

    [Fact]
    public async Task TheSlip_IsGoneAfterHalfAnHour()
    {
        var keeper = await city.AsAsync(Role.StationKeeper, city.Qingxi);
        var slip = await keeper.PressAsync(
            await keeper.GetAsync("/desk/requests/register"), "登记，给编号和口令", ("他说的话", "没有热水。"), ("是哪类事", "general-help"), ("姓名", "王大力"));
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        (await (await site.StaffBrowserAsync(Role.StationKeeper, city.Qingxi)).GetAsync(slip.Path)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Post_WithAPaper_AttachesIt_AndAMistakeLosesItNot()
    {
        var agent = await city.AsAsync(Role.Agent, city.City);
        var mistaken = await agent.PressWithFileAsync(
            await agent.GetAsync("/desk/requests/register"), "登记，给编号和口令", "他带来的照片和材料", "工资条.txt", "三月没有发\n"u8.ToArray(),
            ("他说的话", "三月的工资条上没有加班费。"), ("姓名", "王大力"));
        mistaken.ErrorAt("是哪类事").ShouldNotBeNull();
        mistaken.Text.ShouldContain("工资条.txt");
        var slip = await agent.PressAsync(mistaken, "登记，给编号和口令", ("是哪类事", "general-complaint"));
        slip.Title.ShouldBe("登记好了，念给他听", slip.Text);
        (await site.CountAsync("request_file f join request r on r.id = f.request_id where r.words = '三月的工资条上没有加班费。' and f.is_public")).ShouldBe(1);
    }

    [Fact]
    public async Task Post_WithoutThePaperAServiceNeeds_IsRefusedAtTheField_WithNothingLost()
    {
        await site.NeedsPaperAsync("hardship-aid");
        var agent = await city.AsAsync(Role.Agent, city.City);
        var refused = await agent.PressAsync(
            await agent.GetAsync("/desk/requests/register"), "登记，给编号和口令", ("他说的话", "家里有病人，想申请困难帮扶。"), ("是哪类事", "hardship-aid"), ("姓名", "王大力"));
        refused.ErrorAt("他带来的照片和材料").ShouldNotBeNull().ShouldContain("还没有传");
        refused.ValueOf("他说的话").ShouldBe("家里有病人，想申请困难帮扶。");
        refused.ValueOf("姓名").ShouldBe("王大力");
        var slip = await agent.PressWithFileAsync(refused, "登记，给编号和口令", "他带来的照片和材料", "证明.txt", "证明\n"u8.ToArray());
        slip.Title.ShouldBe("登记好了，念给他听", slip.Text);
    }
}
