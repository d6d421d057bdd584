using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Catalogue;

/// <summary>Two administrators press at the same instant.</summary>
public sealed class TwoAtOnceTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Basis = "澜工办〔2026〕12号";

    [Fact]
    public async Task Change_ByTwoAtTheSameInstant_TakesOne_AndTellsTheOther()
    {
        var (admin, city) = await AdminAsync();
        var second = await site.StaffBrowserAsync(Role.SystemAdmin, city.City, "赵磊");
        var plans = new List<(Browser By, PageAnswer Preview)>();
        foreach (var (by, limit, from) in new[] { (admin, "21", "2026-09-18"), (second, "22", "2026-09-25") })
        {
            plans.Add((by, await by.PressAsync(await by.GetAsync("/admin/services/overtime-pay"), "看看会改什么", ("期限（工作日）", limit), ("从哪天起", from), ("依据", Basis))));
        }

        var answers = await site.AtOnceAsync("service", [.. plans.Select(plan => (Func<Task<PageAnswer>>)(() => plan.By.PressAsync(plan.Preview, "就这样改")))]);

        answers.Count(answer => answer.Path == "/admin/services").ShouldBe(1);
        answers.Single(answer => answer.Path != "/admin/services").Text.ShouldContain("您打开以后，别人改过这个事项");
        (await site.CountAsync("service where code = 'overtime-pay' and valid_to is null")).ShouldBe(1);
        (await site.CountAsync("setting_change where key = 'overtime-pay'")).ShouldBe(1);
    }

    [Fact]
    public async Task Add_ByTwoAtTheSameInstant_GivesTwoServices()
    {
        var (admin, city) = await AdminAsync();
        var second = await site.StaffBrowserAsync(Role.SystemAdmin, city.City, "赵磊");
        var plans = new List<(Browser By, PageAnswer Preview)>();
        foreach (var (by, name) in new[] { (admin, "夜班补助"), (second, "夜班安全") })
        {
            plans.Add((by, await by.PressAsync(await by.GetAsync("/admin/services/add"), "看看会加什么", ("名称", name), ("给职工看的说明", "上夜班的事，告诉我们。"), ("诉求类型", "help"),
                ("类别", "heat-cold"), ("谁先收", "street"), ("期限（工作日）", "5"), ("实名", "on"), ("依据", Basis))));
        }

        var answers = await site.AtOnceAsync("service", [.. plans.Select(plan => (Func<Task<PageAnswer>>)(() => plan.By.PressAsync(plan.Preview, "就这样加")))]);

        answers.ShouldAllBe(answer => answer.Path == "/admin/services");
        (await WorkerAsync("/services")).Text.ShouldContain("夜班补助");
        (await WorkerAsync("/services")).Text.ShouldContain("夜班安全");
    }

    private async Task<PageAnswer> WorkerAsync(string address)
    {
        using var worker = site.NewBrowser();
        return await worker.GetAsync(address);
    }

    private async Task<(Browser Admin, GivenCity City)> AdminAsync()
    {
        var city = await GivenCity.BuildAsync(site);
        return (await city.AsAsync(Role.SystemAdmin, city.City), city);
    }
}
