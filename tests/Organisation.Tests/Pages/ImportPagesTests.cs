using System.Net;
using System.Text;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Pages;

public sealed class ImportPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Headings = "编码,全称,简称,种类,上级编码\n";

    private readonly Given given = new(site);

    [Fact]
    public async Task Upload_Look_Apply_RollBack()
    {
        var (browser, code) = await CityAsync();
        var look = await UploadAsync(browser, $"{Headings}{code}-1,甲区总工会,甲区,district,{code}\n", "市里的单位.csv");
        look.Title.ShouldBe("市里的单位.csv");
        look.Text.ShouldContain("甲区总工会 新增");
        var applied = await browser.PressAsync(look, "导入这 1 行");
        applied.Text.ShouldContain("导入好了：新增 1，改动 0");
        (await browser.GetAsync($"/admin/units/{code}-1")).Title.ShouldBe("甲区总工会");
        (await browser.GetAsync("/admin/imports")).Text.ShouldContain("市里的单位.csv");

        var ask = await browser.GetAsync(applied.LinkTo("整批退回"));
        (await browser.PressAsync(ask, "整批退回")).ErrorAt("为什么").ShouldNotBeNull();
        (await browser.PressAsync(ask, "整批退回", ("为什么", "传错了"))).Text.ShouldContain("一切如导入之前");
        (await browser.GetAsync($"/admin/units/{code}-1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Upload_WithErrors_ListsThemAndOffersNoButton()
    {
        var (browser, code) = await CityAsync();
        var look = await UploadAsync(browser, $"{Headings}{code}-1,甲区总工会,,区,{code}\n,乙,,district,{code}\n");
        look.Text.ShouldContain("没有“区”这个种类");
        look.Text.ShouldContain("这一格不能空。");
        look.HasButton("导入这").ShouldBeFalse();
    }

    [Fact]
    public async Task Upload_WhatIsNoTable_SaysSoAtTheFile()
    {
        var (browser, _) = await CityAsync();
        (await UploadAsync(browser, "\u0000\u0001PNG", "x.csv")).ErrorAt("文件").ShouldNotBeNull();
        (await UploadAsync(browser, "编码\n1", "x.csv")).ErrorAt("文件").ShouldNotBeNull().ShouldContain("“全称”");
    }

    [Fact]
    public async Task Apply_WhenTheTreeChangedMeanwhile_ShowsItAgain()
    {
        var (browser, code) = await CityAsync();
        var csv = $"{Headings}{code}-1,甲区总工会,甲区,district,{code}\n";
        var look = await UploadAsync(browser, csv);
        await browser.PressAsync(await UploadAsync(browser, csv), "导入这 1 行");
        (await browser.PressAsync(look, "导入这 1 行")).Text.ShouldContain("系统里的又变了");
    }

    [Fact]
    public async Task AnotherUnitsAdministrator_SeesNeitherTheFileNorItsButton()
    {
        var (browser, code) = await CityAsync();
        var look = await UploadAsync(browser, $"{Headings}{code}-1,甲区总工会,甲区,district,{code}\n");
        var other = await site.StaffBrowserAsync(Role.SystemAdmin, await given.UnitAsync(name: "别的市总工会"));
        (await other.GetAsync(look.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.StaffBrowserAsync(Role.Handler, await given.UnitAsync())).GetAsync("/admin/imports")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<(Browser Browser, string Code)> CityAsync()
    {
        var code = Given.FreshCode();
        return (await site.StaffBrowserAsync(Role.SystemAdmin, await given.UnitAsync(name: "青川市总工会", code: code)), code);
    }

    private static async Task<PageAnswer> UploadAsync(Browser browser, string csv, string name = "units.csv")
    {
        var page = await browser.GetAsync("/admin/imports");
        return await browser.PressWithFileAsync(page, "看看会改什么", "文件", name, Encoding.UTF8.GetBytes(csv));
    }
}
