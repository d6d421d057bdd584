using Npgsql;
using UnionHall.Organisation.MoveUnit;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.MoveUnit;

public sealed class MoveUnitHandlerTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Fact]
    public async Task Handle_TakesEverythingBelowAlong_AndKeepsThePast()
    {
        var (city, north, south, street, firm) = await CityAsync();

        (await MoveAsync(Given.Console, street, south)).Refusal.ShouldBeNull();

        var directory = (UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!;
        (await directory.LineageAsync(firm, stop)).Select(unit => unit.UnitId).ShouldBe([firm, street, south, city]);
        (await directory.LineageAtAsync(firm, given.Today.AddDays(-1), stop)).Select(unit => unit.UnitId).ShouldBe([firm, street, north, city]);
        (await directory.SubtreeAsync(north, stop)).ShouldBe([north]);
        (await TextAsync("select path::text from unit where id = $1", firm)).ShouldBe(string.Join('.', city, south, street, firm));
    }

    [Fact]
    public async Task Handle_TellsOldAndNewLineage()
    {
        var (city, north, south, street, _) = await CityAsync();
        await MoveAsync(Given.Console, street, south);
        var data = await TextAsync("select data from audit_entry where what = 'unit-moved' and subject_id = $1", street);
        data.ShouldNotBeNull().ShouldContain($"\"oldLineage\":[\"{street.Value}\",\"{north.Value}\",\"{city.Value}\"]");
        data.ShouldContain($"\"newLineage\":[\"{street.Value}\",\"{south.Value}\",\"{city.Value}\"]");
    }

    [Fact]
    public async Task Handle_BelowItself_Refuses()
    {
        var city = await given.UnitAsync();
        var inner = await given.UnitAsync(city);
        var innermost = await given.UnitAsync(inner);
        (await MoveAsync(Given.Console, inner, innermost)).Refusal.ShouldNotBeNull().Code.ShouldBe("move-below-itself");
        (await MoveAsync(Given.Console, inner, inner)).Refusal.ShouldNotBeNull().Code.ShouldBe("move-below-itself");
    }

    [Fact]
    public async Task Handle_BeforeTheLastMove_Refuses()
    {
        var (_, north, south, street, _) = await CityAsync();
        await MoveAsync(Given.Console, street, south);
        (await MoveAsync(Given.Console, street, north, given.Today.AddDays(-1))).Refusal.ShouldNotBeNull().Code.ShouldBe("dates-out-of-order");
    }

    [Fact]
    public async Task Handle_OutOfTheAdministratorsSubtree_Refuses()
    {
        var (_, north, south, street, firm) = await CityAsync();
        var administrator = await given.AdministratorAsync(north);
        (await MoveAsync(administrator, street, south)).Refusal.ShouldNotBeNull().Code.ShouldBe("out-of-reach");
        (await MoveAsync(administrator, firm, north)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Handle_TwoMovesAtOnceThatWouldMakeACycle_OneIsRefused()
    {
        var city = await given.UnitAsync();
        var left = await given.UnitAsync(city);
        var right = await given.UnitAsync(city);
        var results = await Task.WhenAll(MoveAsync(Given.Console, left, right), MoveAsync(Given.Console, right, left));
        results.Count(result => result.Succeeded).ShouldBe(1);
    }

    private async Task<(UnitId City, UnitId North, UnitId South, UnitId Street, UnitId Firm)> CityAsync()
    {
        var city = await given.UnitAsync();
        var north = await given.UnitAsync(city, UnitKind.District);
        var south = await given.UnitAsync(city, UnitKind.District);
        var street = await given.UnitAsync(north, UnitKind.Street);
        return (city, north, south, street, await given.UnitAsync(street, UnitKind.Primary));
    }

    private Task<Result> MoveAsync(Actor actor, UnitId unit, UnitId parent, DateOnly? from = null) =>
        site.WithAsync<MoveUnitHandler, Result>(handler => handler.HandleAsync(actor, unit, parent, from ?? given.Today, null, stop));

    private async Task<string?> TextAsync(string sql, UnitId unit)
    {
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = unit.Value });
        return (string?)await command.ExecuteScalarAsync(stop);
    }
}
