using UnionHall.Organisation.CloseUnit;
using UnionHall.Organisation.OpenUnit;
using UnionHall.Organisation.RenameUnit;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.CloseUnit;

public sealed class CloseUnitHandlerTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Fact]
    public async Task Handle_AnEmptyUnit_ClosesIt_AndItsPastStays()
    {
        var city = await given.UnitAsync();
        var street = await given.UnitAsync(city, UnitKind.Street, "旧街道总工会");
        (await CloseAsync(street)).Refusal.ShouldBeNull();

        var directory = (UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!;
        (await directory.FindAsync(street, stop)).ShouldNotBeNull().IsOpen.ShouldBeFalse();
        (await directory.ChildrenAsync(city, stop)).ShouldBeEmpty();
        (await directory.SearchAsync("旧街道", city, 5, stop)).ShouldBeEmpty();
        (await directory.NameAtAsync(street, given.Today.AddDays(-1), stop)).ShouldBe("旧街道总工会");
        (await directory.LineageAtAsync(street, given.Today, stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WithUnitsBelow_Refuses()
    {
        var city = await given.UnitAsync();
        await given.UnitAsync(city, UnitKind.Street);
        (await CloseAsync(city)).Refusal.ShouldNotBeNull().Code.ShouldBe("has-open-units");
    }

    [Fact]
    public async Task Handle_WithPosts_Refuses()
    {
        var city = await given.UnitAsync();
        await given.StaffAsync(city, Role.Handler);
        (await CloseAsync(city)).Refusal.ShouldNotBeNull().Code.ShouldBe("has-posts");
    }

    [Fact]
    public async Task Handle_BeforeAUnitBelowWasClosed_Refuses()
    {
        var city = await given.UnitAsync();
        var street = await given.UnitAsync(city, UnitKind.Street);
        await CloseAsync(street, given.Today.AddDays(-3));
        (await CloseAsync(city, given.Today.AddDays(-4))).Refusal.ShouldNotBeNull().Code.ShouldBe("dates-out-of-order");
        (await CloseAsync(city, given.Today.AddDays(-3))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task AClosedUnit_TakesNothingNew()
    {
        var city = await given.UnitAsync();
        await CloseAsync(city);
        var draft = new Organisation.Domain.UnitDraft(Given.FreshCode(), "新街道", "新街道", UnitKind.Street, given.Today);
        (await site.WithAsync<OpenUnitHandler, Result<UnitId>>(handler => handler.HandleAsync(Given.Console, draft, city, stop))).Refusal.ShouldNotBeNull().Code.ShouldBe("parent-closed");
        (await given.GiveAsync(city, Role.Handler, "王", true, AccountId.Next())).Result.Refusal.ShouldNotBeNull().Code.ShouldBe("unit-closed");
        (await site.WithAsync<RenameUnitHandler, Result>(handler => handler.HandleAsync(Given.Console, city, "新名", "新名", given.Today, stop))).Refusal.ShouldNotBeNull().Code.ShouldBe("unit-closed");
        (await CloseAsync(city)).Refusal.ShouldNotBeNull().Code.ShouldBe("unit-closed");
    }

    private Task<Result> CloseAsync(UnitId unit, DateOnly? from = null) =>
        site.WithAsync<CloseUnitHandler, Result>(handler => handler.HandleAsync(Given.Console, unit, from ?? given.Today, null, stop));
}
