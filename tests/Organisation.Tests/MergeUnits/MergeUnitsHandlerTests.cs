using UnionHall.Organisation.MergeUnits;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.MergeUnits;

public sealed class MergeUnitsHandlerTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Fact]
    public async Task Handle_ChildrenAndPostsGoOver()
    {
        var city = await given.UnitAsync();
        var (old, kept) = (await given.UnitAsync(city, UnitKind.Street), await given.UnitAsync(city, UnitKind.Street));
        var firm = await given.UnitAsync(old, UnitKind.Primary);
        var handler = await given.StaffAsync(old, Role.Handler);

        (await MergeAsync(old, kept)).Refusal.ShouldBeNull();

        var directory = (UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!;
        (await directory.LineageAsync(firm, stop)).Select(unit => unit.UnitId).ShouldBe([firm, kept, city]);
        (await directory.FindAsync(old, stop)).ShouldNotBeNull().IsOpen.ShouldBeFalse();
        (await given.ActorAsync(handler)).Grants.ShouldHaveSingleItem().Unit.ShouldBe(kept);
    }

    [Fact]
    public async Task Handle_AHolderOfTheSameRoleThere_KeepsOnePost()
    {
        var city = await given.UnitAsync();
        var (old, kept) = (await given.UnitAsync(city, UnitKind.Street), await given.UnitAsync(city, UnitKind.Street));
        var handler = await given.StaffAsync(old, Role.Handler);
        await given.StaffAsync(kept, Role.Handler, account: handler);

        (await MergeAsync(old, kept)).Refusal.ShouldBeNull();

        (await given.ActorAsync(handler)).Grants.ShouldHaveSingleItem().Unit.ShouldBe(kept);
    }

    [Fact]
    public async Task Handle_IntoAUnitBelow_Refuses()
    {
        var city = await given.UnitAsync();
        var inner = await given.UnitAsync(city);
        (await MergeAsync(city, inner)).Refusal.ShouldNotBeNull().Code.ShouldBe("merge-target");
        (await MergeAsync(city, city)).Refusal.ShouldNotBeNull().Code.ShouldBe("merge-target");
    }

    [Fact]
    public async Task Handle_WhenAChildDoesNotFitThere_ChangesNothing()
    {
        var city = await given.UnitAsync();
        var (street, firm) = (await given.UnitAsync(city, UnitKind.Street), await given.UnitAsync(city, UnitKind.Primary));
        var joint = await given.UnitAsync(street, UnitKind.Joint);

        (await MergeAsync(street, firm)).Refusal.ShouldNotBeNull().Code.ShouldBe("kind-not-allowed-here");

        var directory = (UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!;
        (await directory.LineageAsync(joint, stop)).Select(unit => unit.UnitId).ShouldBe([joint, street, city]);
    }

    private Task<Result> MergeAsync(UnitId unit, UnitId into) =>
        site.WithAsync<MergeUnitsHandler, Result>(handler => handler.HandleAsync(Given.Console, unit, into, given.Today, null, stop));
}
