using System.Net;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Knowledge;

public sealed partial class KnowledgeTests
{
    [Fact]
    public async Task APlan_IsCalledOff_AndAnEarlierVersionComesBack_WithoutAGap()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var address = await WrittenAsync(chair, "值班电话表", "第一版的表。");
        await PublishedAsync(chair, address, "公开");
        await chair.PressAsync(await chair.GetAsync("/desk/knowledge/write?article=" + KeyOf(address)), "存成", ("正文", "第二版的表。"), ("这一版改了什么", "换表"));
        var local = site.Clock.GetUtcNow().AddHours(8).AddHours(3);
        await chair.PressAsync(await chair.GetAsync(address + "/publish"), "发布", ("公开", "on"), ("什么时候", $"{local:yyyy-MM-ddTHH:mm}"));
        var off = await chair.PressAsync(await chair.GetAsync(address + "/cancel-plan"), "不再定时发布");
        off.Text.ShouldContain("现在在用的没有变");
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("第一版的表");
        site.Clock.Advance(TimeSpan.FromHours(4));
        await TendAsync();
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("第一版的表");
        chair = await site.StaffBrowserAsync(Role.Chair, city.Qingxi);
        (await chair.PressAsync(await chair.GetAsync(address + "/cancel-plan"), "不再定时发布")).Text.ShouldContain("没有排着要发布的");

        await PublishedAsync(chair, address, "公开");
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("第二版的表");
        var earlier = await chair.GetAsync((await chair.GetAsync(address + "?version=1")).LinkTo("发布这一版…"));
        await chair.PressAsync(earlier, "发布", ("公开", "on"));
        (await site.NewBrowser().GetAsync(PublicOf(address))).Text.ShouldContain("第一版的表");
    }

    [Fact]
    public async Task AVisitor_SaysItOnce_AndOnlyWhatChangedIsRecorded()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var address = await WrittenAsync(chair, "饭堂几点开", "十一点。");
        await PublishedAsync(chair, address, "公开");
        var visitor = site.NewBrowser();
        await visitor.PressAsync(await visitor.GetAsync(PublicOf(address)), "有用");
        await visitor.PressAsync(await visitor.GetAsync(PublicOf(address)), "有用");
        await visitor.PressAsync(await visitor.GetAsync(PublicOf(address)), "没帮上");
        var other = site.NewBrowser();
        await other.PressAsync(await other.GetAsync(PublicOf(address)), "有用");
        (await chair.GetAsync(address)).Text.ShouldContain("有用 1，没帮上 1");
        (await site.CountAsync($"article_opinion where article_id = '{KeyOf(address)}'")).ShouldBe(2);
        (await site.CountAsync($"audit_entry where what = 'article-opinion-given' and subject_id = '{KeyOf(address)}'")).ShouldBe(3);
    }

    [Fact]
    public async Task WhoTakesACallDown_SeesWhatIsKnownWhileHeTypes()
    {
        var chair = await city.AsAsync(Role.Chair, city.City);
        var address = await WrittenAsync(chair, "独生子女护理假几天", "每年十五天。");
        await PublishedAsync(chair, address, "公开");
        var agent = await city.AsAsync(Role.Agent, city.City);
        var page = await agent.GetAsync("/desk/requests/register");
        page.Text.ShouldNotContain("可以当场告诉他的");
        var looked = await agent.PressAsync(page, "看这类要问什么", ("他说的话", "问独生子女护理假"));
        looked.LinkTo("独生子女护理假几天").ShouldBe(address);
        looked.ValueOf("他说的话").ShouldBe("问独生子女护理假");
    }

    [Fact]
    public async Task WhatAUnitWrote_GoesOnWithTheOneThatTookItIn()
    {
        var merged = await site.UnitAsync("北园物业公司工会", UnitKind.Primary, city.Beiyuan);
        using var chair = await site.StaffBrowserAsync(Role.Chair, merged, "孙主席");
        var address = await WrittenAsync(chair, "门禁卡怎么补", "找物业。");
        await site.MergeAsync(merged, city.Beiyuan);
        await site.RunJobsAsync();
        var taker = await city.AsAsync(Role.Chair, city.Beiyuan);
        (await taker.GetAsync("/desk/knowledge?view=work")).LinkTo("门禁卡怎么补").ShouldBe(address);
        (await taker.GetAsync(address)).Text.ShouldContain("转给接手的单位");
    }

    [Fact]
    public async Task NumbersOfPersons_AreToldAtSaving_AndPublicOnlyWithATick()
    {
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var saved = await chair.PressAsync(await chair.GetAsync("/desk/knowledge/write"), "存成", ("标题", "找谁办卡"), ("归哪一类", "joining"), ("正文", "请打 13812345678。"));
        saved.Text.ShouldContain("里面有手机号 13812345678，不该给人看的去掉");
        var form = await chair.GetAsync(saved.Path + "/publish");
        var refused = await chair.PressAsync(form, "发布", ("公开", "on"));
        refused.Text.ShouldContain("确认能公开，勾上再发布");
        (await site.NewBrowser().GetAsync(PublicOf(saved.Path))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await chair.PressAsync(refused, "发布", ("公开", "on"), ("里面有手机号", "on"))).Path.ShouldBe(saved.Path);
        (await site.NewBrowser().GetAsync(PublicOf(saved.Path))).Status.ShouldBe(HttpStatusCode.OK);
    }
}
