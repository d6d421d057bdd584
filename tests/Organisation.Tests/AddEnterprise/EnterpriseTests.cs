using UnionHall.Organisation.AddEnterprise;
using UnionHall.Organisation.CloseUnit;
using UnionHall.Organisation.CountHeads;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.EditEnterprise;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.AddEnterprise;

public sealed class EnterpriseTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Code = "91350100M000100Y43";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Fact]
    public async Task Add_WithHeadCount_IsFoundByNameAndCodeWithinItsUnit()
    {
        var city = await given.UnitAsync();
        var (north, south) = (await given.UnitAsync(city, UnitKind.District), await given.UnitAsync(city, UnitKind.District));
        (await AddAsync(north, "顺启快运有限公司", "91110000600037341l", "制造业", 412)).Refusal.ShouldBeNull();

        var found = (await SearchAsync("顺启 9111", city)).ShouldHaveSingleItem();
        (found.CreditCode, found.Industry, found.HeadCount, found.Unit).ShouldBe(("91110000600037341L", "C", 412, north));
        (await SearchAsync("顺启", south)).ShouldBeEmpty();
        (await SearchAsync("100%", city)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("91350100M000100Y4Z", "CreditCode")]
    [InlineData("12345", "CreditCode")]
    public async Task Add_WithAWrongCode_RefusesAtTheField(string code, string field) =>
        (await AddAsync(await given.UnitAsync(), "某企业" + Given.FreshCode(), code)).Refusal.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public async Task Add_Twice_RefusesAtTheField()
    {
        var city = await given.UnitAsync();
        await AddAsync(city, "重名企业", Code);
        (await AddAsync(city, "换个名字", Code)).Refusal.ShouldNotBeNull().Field.ShouldBe("CreditCode");
        (await AddAsync(city, "重名企业", null)).Refusal.ShouldNotBeNull().Field.ShouldBe("Name");
        (await AddAsync(city, " 重名\u200b企业 ", null)).Refusal.ShouldNotBeNull().Field.ShouldBe("Name");
        (await AddAsync(city, "重名企业", "91120224064012553U")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Add_AtOnceTwice_OneIsRefused()
    {
        var city = await given.UnitAsync();
        var results = await Task.WhenAll(AddAsync(city, "同时登记的企业", null), AddAsync(city, "同时登记的企业", null));
        results.Count(result => result.Succeeded).ShouldBe(1);
    }

    [Fact]
    public async Task Edit_OutOfReach_Refuses()
    {
        var city = await given.UnitAsync();
        var (north, south) = (await given.UnitAsync(city, UnitKind.District), await given.UnitAsync(city, UnitKind.District));
        var id = (await AddAsync(north, "搬家的企业", null)).Value;
        var actor = await given.AdministratorAsync(north);
        var draft = EnterpriseDraft.Typed("搬家的企业", null, null, "H");
        (await EditAsync(actor, id, draft, south)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await EditAsync(actor, id, draft, north)).Refusal.ShouldBeNull();
        (await EditAsync(actor, id, EnterpriseDraft.Typed("搬家的企业", null, null, "乱写"), north)).Refusal.ShouldNotBeNull().Field.ShouldBe("Industry");
    }

    [Fact]
    public async Task CountHeads_KeepsEachDay()
    {
        var id = (await AddAsync(await given.UnitAsync(), "点人头的企业", null, heads: 10)).Value;
        (await CountAsync(id, given.Today.AddDays(-30), 7)).Refusal.ShouldBeNull();
        (await CountAsync(id, given.Today, 12)).Refusal.ShouldBeNull();
        (await CountAsync(id, given.Today.AddDays(1), 12)).Refusal.ShouldNotBeNull().Field.ShouldBe("On");
        (await CountAsync(id, given.Today, -1)).Refusal.ShouldNotBeNull().Field.ShouldBe("Total");
        (await site.WithAsync<EnterpriseDirectory, EnterpriseSummary?>(directory => directory.FindAsync(id, stop))).ShouldNotBeNull().HeadCount.ShouldBe(12);
    }

    [Fact]
    public async Task ClosingAUnit_GivesItsEnterprisesToTheUnitAbove()
    {
        var city = await given.UnitAsync();
        var street = await given.UnitAsync(city, UnitKind.Street);
        var id = (await AddAsync(street, "撤街道的企业", null)).Value;
        (await site.WithAsync<CloseUnitHandler, Result>(handler => handler.HandleAsync(Given.Console, street, given.Today, null, stop))).Refusal.ShouldBeNull();
        (await site.WithAsync<EnterpriseDirectory, EnterpriseSummary?>(directory => directory.FindAsync(id, stop))).ShouldNotBeNull().Unit.ShouldBe(city);
    }

    private Task<Result<EnterpriseId>> AddAsync(UnitId unit, string name, string? code, string? industry = null, int? heads = null) =>
        site.WithAsync<AddEnterpriseHandler, Result<EnterpriseId>>(
            handler => handler.HandleAsync(Given.Console, EnterpriseDraft.Typed(name, null, code, industry), unit, heads, stop));

    private Task<Result> EditAsync(Actor actor, EnterpriseId id, EnterpriseDraft draft, UnitId unit) =>
        site.WithAsync<EditEnterpriseHandler, Result>(handler => handler.HandleAsync(actor, id, draft, unit, stop));

    private Task<Result> CountAsync(EnterpriseId id, DateOnly on, int total) =>
        site.WithAsync<CountHeadsHandler, Result>(handler => handler.HandleAsync(Given.Console, id, on, total, stop));

    private Task<IReadOnlyList<EnterpriseSummary>> SearchAsync(string text, UnitId within) =>
        site.WithAsync<EnterpriseDirectory, IReadOnlyList<EnterpriseSummary>>(directory => directory.SearchAsync(text, within, 10, stop));
}
