using Npgsql;
using UnionHall.Organisation.FillUnits;
using UnionHall.Platform.Filling;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.FillUnits;

public sealed class UnitFillTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fill_ForASecondTime_GoesOnWhereTheFirstEnded()
    {
        await FillAsync(60);
        await FillAsync(70);

        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand("select format('%s units, %s roots', count(*), count(*) filter (where parent_id is null)) from unit");
        (await command.ExecuteScalarAsync(stop)).ShouldBe("130 units, 1 roots");
    }

    private async Task FillAsync(int units)
    {
        await using var connection = await ((NpgsqlDataSource)site.Services.GetService(typeof(NpgsqlDataSource))!).OpenConnectionAsync(stop);
        await site.WithAsync<IEnumerable<IFillPart>>(parts => parts.OfType<UnitFill>().Single().FillAsync(new FillPlan(0, units, 0, 1, _ => { }), connection, stop));
    }
}
