using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.Pages;

public sealed class EnterprisePagesTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly Given given = new(site);

    [Fact]
    public async Task Add_Edit_Count_AndFindAgain()
    {
        var (browser, _) = await CityAsync("A1");
        var added = await browser.PressAsync(
            await browser.GetAsync("/admin/enterprises/add?unit=A1"), "登记这家企业",
            ("名称", "顺启快运有限公司"), ("统一社会信用代码", "9111 0000 6000 3734 1l"), ("行业", "G"), ("职工人数", "412"));
        added.Title.ShouldBe("顺启快运有限公司");
        added.ValueOf("统一社会信用代码").ShouldBe("91110000600037341L");
        added.Text.ShouldContain("412");

        var changed = await browser.PressAsync(added, "保存改动", ("简称", "顺启"), ("行业", "C"));
        changed.ValueOf("简称").ShouldBe("顺启");
        var counted = await browser.PressAsync(await browser.GetAsync(changed.LinkTo("记一次人数")), "记下人数", ("截至哪天", "2026-06-30"), ("职工人数", "398"));
        counted.Text.ShouldContain("398");

        var list = await browser.GetAsync("/admin/enterprises?q=顺启+快运");
        list.Text.ShouldContain("制造业");
        list.Text.ShouldContain("412");
    }

    [Fact]
    public async Task Add_Twice_ASecondPress_AndAMistake()
    {
        var (browser, _) = await CityAsync("A2");
        var page = await browser.GetAsync("/admin/enterprises/add?unit=A2");
        (string, string)[] fields = [("名称", "望江楼餐饮"), ("统一社会信用代码", "91120224064012553U")];
        var (first, second) = await browser.PressTwiceAsync(page, "登记这家企业", fields);
        second.Path.ShouldBe(first.Path);

        var fresh = await browser.GetAsync("/admin/enterprises/add?unit=A2");
        (await browser.PressAsync(fresh, "登记这家企业", ("统一社会信用代码", "91120224064012553X"), ("名称", "别家"))).ErrorAt("统一社会信用代码").ShouldNotBeNull().ShouldContain("最后一位对不上");
        var again = await browser.PressAsync(await browser.GetAsync("/admin/enterprises/add?unit=A2"), "登记这家企业", fields);
        again.ErrorAt("统一社会信用代码").ShouldNotBeNull().ShouldContain("望江楼餐饮");
        var noUnit = await browser.PressAsync(await browser.GetAsync("/admin/enterprises/add"), "登记这家企业", ("名称", "没有单位的企业"));
        noUnit.Text.ShouldContain("选一个管它的工会。");
    }

    [Fact]
    public async Task List_ComesInPages_AndStaysInReach()
    {
        var (browser, city) = await CityAsync("A3");
        var street = await given.UnitAsync(city, UnitKind.Street, "小街道");
        for (var number = 0; number < 52; number++)
        {
            await browser.PressAsync(await browser.GetAsync("/admin/enterprises/add?unit=A3"), "登记这家企业", ("名称", $"流水号企业 {number:000}"));
        }

        var first = await browser.GetAsync("/admin/enterprises?unit=A3");
        first.Text.ShouldContain("共 52");
        var second = await browser.GetAsync(first.LinkTo("下一页"));
        second.Text.ShouldContain("流水号企业 051");
        second.Text.ShouldNotContain("流水号企业 049");
        (await (await site.StaffBrowserAsync(Role.SystemAdmin, street)).GetAsync("/admin/enterprises")).Text.ShouldContain("还没有登记企业");
    }

    private async Task<(Browser Browser, UnitId City)> CityAsync(string code)
    {
        var city = await given.UnitAsync(name: "青川市总工会", code: code);
        return (await site.StaffBrowserAsync(Role.SystemAdmin, city), city);
    }
}
