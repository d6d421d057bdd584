using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Pages;

public sealed class UnitPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    private UnitDirectory Units => (UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!;

    [Fact]
    public async Task Open_ShowsWhatChanges_ThenDoesIt()
    {
        var (browser, _, north) = await CityAsync();
        var page = await browser.GetAsync($"/admin/units/{north.Code}/open");
        var code = Given.FreshCode();
        (string, string)[] fields = [("全称", "清溪街道总工会"), ("简称", "清溪"), ("编码", code), ("种类", "street"), ("成立日期", "2026-09-01")];

        var preview = await browser.PressAsync(page, "看看会改什么", fields);
        preview.Text.ShouldContain("青川 › 北城 › 清溪");
        (await Units.FindByCodeAsync(code, stop)).ShouldBeNull();

        var done = await browser.PressAsync(preview, "设立这个单位");
        done.Path.ShouldBe($"/admin/units/{code}");
        done.Title.ShouldBe("清溪街道总工会");
        done.Text.ShouldContain("设立了清溪街道总工会");
        done.Text.ShouldContain("成立，名为清溪街道总工会，在北城下面");
    }

    [Fact]
    public async Task Open_WhenSomethingIsChangedAfterThePreview_ShowsThePreviewAgain()
    {
        var (browser, _, north) = await CityAsync();
        var page = await browser.GetAsync($"/admin/units/{north.Code}/open");
        var code = Given.FreshCode();
        var preview = await browser.PressAsync(page, "看看会改什么", ("全称", "清溪街道总工会"), ("编码", code), ("种类", "street"), ("成立日期", "2026-09-01"));
        var again = await browser.PressAsync(preview, "设立这个单位", ("全称", "清溪街道联合工会"));
        again.Text.ShouldContain("清溪街道联合工会");
        again.HasButton("设立这个单位").ShouldBeTrue();
        (await Units.FindByCodeAsync(code, stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Open_WithMistakes_SaysSoAtTheFields()
    {
        var (browser, _, north) = await CityAsync();
        var page = await browser.GetAsync($"/admin/units/{north.Code}/open");
        var empty = await browser.PressAsync(page, "看看会改什么", ("成立日期", ""));
        empty.ErrorAt("全称").ShouldBe("全称还没填。");
        empty.ErrorAt("编码").ShouldBe("编码还没填。");
        empty.ErrorAt("成立日期").ShouldBe("成立日期还没填。");

        var taken = await browser.PressAsync(page, "看看会改什么", ("全称", "<script>alert(1)</script>"), ("编码", north.Code), ("种类", "street"), ("成立日期", "2026-09-01"));
        taken.ErrorAt("编码").ShouldNotBeNull().ShouldContain("北城");
        taken.Body.ShouldNotContain("<script>alert");
        taken.ValueOf("全称").ShouldBe("<script>alert(1)</script>");

        (await browser.PressAsync(page, "看看会改什么", ("全称", "清溪街道总工会"), ("编码", "X1"), ("种类", "street"), ("成立日期", "2027-01-01"))).ErrorAt("成立日期").ShouldNotBeNull().ShouldContain("不能晚于今天");
    }

    [Fact]
    public async Task Rename_KeepsTheOldNameInItsStory()
    {
        var (browser, _, north) = await CityAsync();
        var page = await browser.GetAsync($"/admin/units/{north.Code}/rename");
        page.ValueOf("新的全称").ShouldBe("北城");
        var preview = await browser.PressAsync(page, "看看会改什么", ("新的全称", "北城新区总工会"), ("新的简称", "北城新区"));
        preview.Text.ShouldContain("北城 → 北城新区总工会");
        var done = await browser.PressAsync(preview, "改成这个名字");
        done.Title.ShouldBe("北城新区总工会");
        done.Text.ShouldContain("今天 改名为北城新区总工会");
        done.Text.ShouldContain("名为北城，");
    }

    [Fact]
    public async Task Move_FindsAParent_ShowsWhoGainsAndLosesSight_ThenMoves()
    {
        var (browser, city, north) = await CityAsync();
        var south = await given.UnitAsync(city.UnitId, UnitKind.District, "南城区总工会");
        var street = await given.UnitAsync(north.UnitId, UnitKind.Street, "清溪街道总工会", Given.FreshCode());
        await given.StaffAsync(north.UnitId, Role.Handler, "赵北");
        await given.StaffAsync(south, Role.Handler, "钱南");
        var code = (await Units.FindAsync(street, stop))!.Code;

        var found = await browser.PressAsync(await browser.GetAsync($"/admin/units/{code}/move"), "找", ("找单位", "南城"));
        var preview = await browser.PressAsync(found, "看看会改什么", ("南城区总工会", "on"));
        preview.Text.ShouldContain("以后才看得到的：钱南");
        preview.Text.ShouldContain("以后看不到的：赵北");
        var done = await browser.PressAsync(preview, "移过去", ("为什么", "区划调整"));

        done.Text.ShouldContain("今天 移到南城区总工会下面");
        (await Units.LineageAsync(street, stop))[1].UnitId.ShouldBe(south);
    }

    [Fact]
    public async Task Move_WithoutAParent_SaysSo()
    {
        var (browser, _, north) = await CityAsync();
        var page = await browser.PressAsync(await browser.GetAsync($"/admin/units/{north.Code}/move"), "看看会改什么");
        page.Text.ShouldContain("选一个新的上级。");
    }

    [Fact]
    public async Task Merge_ShowsWhatGoesOver_ThenMerges()
    {
        var (browser, city, north) = await CityAsync();
        var south = await given.UnitAsync(city.UnitId, UnitKind.District, "南城区总工会");
        await given.UnitAsync(north.UnitId, UnitKind.Street, "清溪街道总工会");
        var page = await browser.GetAsync($"/admin/units/{north.Code}/merge");
        var preview = await browser.PressAsync(page, "看看会改什么", ("南城区总工会", "on"));
        preview.Text.ShouldContain("下面 1 个单位移到南城区总工会下面：清溪街道总工会");
        var done = await browser.PressAsync(preview, "并过去");
        done.Title.ShouldBe("南城区总工会");
        (await Units.ChildrenAsync(south, stop)).ShouldHaveSingleItem().Name.ShouldBe("清溪街道总工会");
        (await browser.GetAsync($"/admin/units/{north.Code}")).Text.ShouldContain("今天并入南城区总工会");
    }

    [Fact]
    public async Task Close_WhatIsInUse_SaysWhatToDoFirst()
    {
        var (browser, _, north) = await CityAsync();
        var page = await browser.GetAsync($"/admin/units/{north.Code}/close");
        var street = await given.UnitAsync(north.UnitId, UnitKind.Street, "清溪街道总工会");
        var refused = await browser.PressAsync(page, "看看会改什么", ("为什么", "撤并"));
        refused.Text.ShouldContain("下面还有 1 个单位（清溪街道总工会等）");
        var code = (await Units.FindAsync(street, stop))!.Code;
        var preview = await browser.PressAsync(await browser.GetAsync($"/admin/units/{code}/close"), "看看会改什么", ("为什么", "撤并"));
        (await browser.PressAsync(preview, "撤销这个单位")).Text.ShouldContain("今天撤销了");
    }

    [Fact]
    public async Task List_SearchesInReachOnly_AndSaysWhenThereIsNothing()
    {
        var (_, city, north) = await CityAsync();
        await given.UnitAsync(city.UnitId, UnitKind.District, "东湖区总工会");
        var browser = await site.StaffBrowserAsync(Role.SystemAdmin, north.UnitId);
        (await browser.GetAsync("/admin/units")).Text.ShouldContain("北城");
        (await browser.GetAsync("/admin/units?q=东湖")).Text.ShouldContain("没有叫“东湖”的单位");
        (await browser.GetAsync("/admin/units?q=北城")).Body.ShouldContain($"href=\"/admin/units/{north.Code}\"");
    }

    [Fact]
    public async Task Read_ManyChildren_ComeInPages()
    {
        var (browser, _, north) = await CityAsync();
        for (var number = 0; number < 53; number++)
        {
            await given.UnitAsync(north.UnitId, UnitKind.Street, $"第 {number} 街道", $"{north.Code}-{number:00}");
        }

        var first = await browser.GetAsync($"/admin/units/{north.Code}");
        first.Text.ShouldContain("第 1–50 / 53");
        var second = await browser.GetAsync(first.LinkTo("下一页"));
        second.Text.ShouldContain("第 51–53 / 53");
        second.Text.ShouldContain("第 52 街道");
    }

    private async Task<(Browser Browser, UnitSummary City, UnitSummary North)> CityAsync()
    {
        var city = await given.UnitAsync(name: "青川");
        var north = await given.UnitAsync(city, UnitKind.District, "北城");
        return (await site.StaffBrowserAsync(Role.SystemAdmin, city), (await Units.FindAsync(city, stop))!, (await Units.FindAsync(north, stop))!);
    }
}
