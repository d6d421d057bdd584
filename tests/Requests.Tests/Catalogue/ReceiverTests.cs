using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Catalogue;

/// <summary>A service that names the unit which receives first.</summary>
public sealed class ReceiverTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Basis = "澜工办〔2026〕12号";

    [Fact]
    public async Task Receiver_TakesInWhateverTheWorkersStreet_WhileItIsOpenAndInTheSameTree()
    {
        var (admin, city) = await AdminAsync();
        var given = new GivenRequests(site);
        var centre = await site.UnitAsync("职工法律援助中心", UnitKind.Industry, city.City, "FLYZ");
        var elsewhere = await site.UnitAsync("邻市街道总工会", UnitKind.Street, await site.UnitAsync("邻市总工会", UnitKind.Federation));

        var preview = await admin.PressAsync(await admin.GetAsync("/admin/services/contract-signing"), "看看会改什么", ("固定由哪个单位先收", "FLYZ"), ("依据", Basis));
        preview.Text.ShouldContain("固定由哪个单位先收：职工法律援助中心");
        (await admin.PressAsync(preview, "就这样改")).Text.ShouldContain("职工法律援助中心");

        var page = await admin.GetAsync("/admin/services/contract-signing");
        page.ValueOf("固定由哪个单位先收").ShouldBe("职工法律援助中心");
        page.Text.ShouldContain("固定由哪个单位先收：");
        var reference = await given.SubmittedAsync(city.Courier, service: "contract-signing");
        (await given.ReadAsync(reference)).Owner.ShouldBe(centre);
        (await given.ReadAsync(await given.SubmittedAsync(elsewhere, service: "contract-signing"))).Owner.ShouldBe(elsewhere, "another tree");
        var worker = await WorkerAsync($"/requests/submit?service=contract-signing&Form.WorksAt={city.Courier.Value}");
        worker.Text.ShouldContain("送给职工法律援助中心");

        await given.RepliedAsync(reference);
        (await site.CloseAsync(centre)).Refusal.ShouldBeNull();
        (await given.ReadAsync(await given.SubmittedAsync(city.Courier, service: "contract-signing"))).Owner.ShouldBe(city.Qingxi, "closed, so the level decides");
        (await admin.GetAsync("/admin/services")).Text.ShouldContain("写着的职工法律援助中心已经撤并，请换一个");
        (await admin.GetAsync("/admin/services/contract-signing")).Text.ShouldContain("“固定由哪个单位先收”写着的职工法律援助中心已经撤并，现在按级别收");
    }

    [Theory]
    [InlineData("没有这个单位", "没有找到“没有这个单位”，填单位的全称或编码。")]
    [InlineData("SQ2", "基层的工会不能替别处的职工先收，请填街道以上的工会。")]
    [InlineData("两个同名的工会", "叫“两个同名的工会”的不止一个，填编码：TM1、TM2。")]
    public async Task Receiver_ThatCannotReceive_IsRefusedAtItsField(string typed, string sentence)
    {
        var (admin, city) = await AdminAsync();
        if (await site.CountAsync("unit where code = 'SQ2'") == 0)
        {
            await site.UnitAsync("顺启另一家公司工会", UnitKind.Primary, city.Qingxi, "SQ2");
            await site.UnitAsync("两个同名的工会", UnitKind.Street, city.Anhe, "TM1");
            await site.UnitAsync("两个同名的工会", UnitKind.Street, city.Donghu, "TM2");
        }

        var refused = await admin.PressAsync(await admin.GetAsync("/admin/services/job-change"), "看看会改什么", ("固定由哪个单位先收", typed), ("依据", Basis));
        refused.ErrorAt("固定由哪个单位先收").ShouldBe(sentence);
        refused.ValueOf("固定由哪个单位先收").ShouldBe(typed);
        refused.HasButton("就这样改").ShouldBeFalse();
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
