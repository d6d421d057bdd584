using UnionHall.Organisation.Domain;
using UnionHall.Organisation.OpenUnit;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.OpenUnit;

public sealed class OpenUnitHandlerTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Fact]
    public async Task Handle_UnderAParent_IsFoundAtOnce()
    {
        var city = await given.UnitAsync();
        var opened = await OpenAsync(Given.Console, Draft(UnitKind.District) with { Name = "北城区总工会" }, city);

        opened.Refusal.ShouldBeNull();
        var directory = site.Services.GetService(typeof(UnitDirectory)).ShouldBeOfType<UnitDirectory>();
        (await directory.FindAsync(opened.Value, stop)).ShouldNotBeNull().Name.ShouldBe("北城区总工会");
        (await directory.LineageAsync(opened.Value, stop)).Select(unit => unit.UnitId).ShouldBe([opened.Value, city]);
    }

    [Fact]
    public async Task Handle_WhenCodeIsTaken_NamesItsOwner()
    {
        var city = await given.UnitAsync(name: "云州市总工会", code: "TAKEN");
        var opened = await OpenAsync(Given.Console, Draft(UnitKind.District) with { Code = "TAKEN" }, city);
        opened.Refusal.ShouldNotBeNull().Code.ShouldBe("code-taken");
        opened.Refusal.Sentence.ShouldContain("云州市总工会");
        opened.Refusal.Field.ShouldBe("Code");
    }

    [Theory]
    [InlineData("", "code-shape")]
    [InlineData("有汉字", "code-shape")]
    [InlineData("A B", "code-shape")]
    [InlineData("A\n", "code-shape")]
    public async Task Handle_WhenCodeIsUnfit_Refuses(string code, string refusal) =>
        (await OpenAsync(Given.Console, Draft(UnitKind.District) with { Code = code }, await given.UnitAsync())).Refusal.ShouldNotBeNull().Code.ShouldBe(refusal);

    [Fact]
    public async Task Handle_WhenKindDoesNotFit_SaysWhatWould()
    {
        var street = await given.UnitAsync(kind: UnitKind.Street);
        var refusal = (await OpenAsync(Given.Console, Draft(UnitKind.District), street)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("kind-not-allowed-here");
        refusal.Sentence.ShouldContain("基层工会");
    }

    [Fact]
    public async Task Handle_BeforeTheParent_Refuses()
    {
        var city = await given.UnitAsync(from: new DateOnly(2024, 5, 1));
        (await OpenAsync(Given.Console, Draft(UnitKind.District) with { From = new DateOnly(2024, 4, 30) }, city)).Refusal.ShouldNotBeNull().Code.ShouldBe("dates-out-of-order");
    }

    [Fact]
    public async Task Handle_InTheFuture_Refuses() =>
        (await OpenAsync(Given.Console, Draft(UnitKind.District) with { From = given.Today.AddDays(1) }, await given.UnitAsync())).Refusal.ShouldNotBeNull().Code.ShouldBe("in-the-future");

    [Fact]
    public async Task Handle_OutsideTheAdministratorsSubtree_Refuses()
    {
        var city = await given.UnitAsync();
        var north = await given.UnitAsync(city, UnitKind.District);
        var south = await given.UnitAsync(city, UnitKind.District);
        var administrator = await given.AdministratorAsync(north);

        (await OpenAsync(administrator, Draft(UnitKind.Street), south)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await OpenAsync(administrator, Draft(UnitKind.Street), city)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await OpenAsync(administrator, Draft(UnitKind.Federation), null)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await OpenAsync(administrator, Draft(UnitKind.Street), north)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Handle_ByAHandlerOfTheUnit_Refuses()
    {
        var city = await given.UnitAsync();
        var handler = await given.ActorAsync(await given.StaffAsync(city, Role.Handler));
        (await OpenAsync(handler, Draft(UnitKind.District), city)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await OpenAsync(Actor.Visitor(null), Draft(UnitKind.District), city)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
    }

    private static UnitDraft Draft(UnitKind kind) => new(Given.FreshCode(), "新单位工会", "新单位", kind, new DateOnly(2025, 1, 1));

    private Task<Result<UnitId>> OpenAsync(Actor actor, UnitDraft draft, UnitId? parent) =>
        site.WithAsync<OpenUnitHandler, Result<UnitId>>(handler => handler.HandleAsync(actor, draft, parent, stop));
}
