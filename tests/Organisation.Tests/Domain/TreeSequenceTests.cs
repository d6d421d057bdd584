using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using UnionHall.Organisation.CloseUnit;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.MergeUnits;
using UnionHall.Organisation.MoveUnit;
using UnionHall.Organisation.RenameUnit;
using UnionHall.Platform.Security;
using UnionHall.Testing;
using Result = UnionHall.Platform.Result;

namespace UnionHall.Organisation.Tests.Domain;

/// <summary>Random sequences of open, rename, move, merge, close and waiting keep the tree a tree, and its past readable.</summary>
public sealed class TreeSequenceTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    [Fact]
    public void AnySequence_KeepsTheTreeATree_AndEveryPastDayReadable()
    {
        var step = Gen.Choose(0, 9).SelectMany(what => Gen.Choose(0, 1000).SelectMany(one => Gen.Choose(0, 1000).Select(other => new Step(what, one, other))));
        var sequences = step.ListOf(24).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(20),
            Prop.ForAll(sequences, steps => HoldsAsync(steps)));
    }

    private async Task<bool> HoldsAsync(IEnumerable<Step> steps)
    {
        List<UnitId> units = [await given.UnitAsync(from: given.Today)];
        var past = new Dictionary<DateOnly, string>();
        foreach (var step in steps)
        {
            await DoAsync(step, units);
            past[given.Today] = await PictureAsync(units);
        }

        await TreeHoldsAsync(units);
        foreach (var (day, picture) in past)
        {
            (await PictureAtAsync(units, day)).ShouldBe(picture);
        }

        return true;
    }

    private async Task DoAsync(Step step, List<UnitId> units)
    {
        var (one, other) = (units[step.One % units.Count], units[step.Other % units.Count]);
        switch (step.What)
        {
            case 0 or 1 or 2:
                await OpenAsync(units, one);
                break;
            case 3 or 4:
                await site.WithAsync<MoveUnitHandler, Result>(handler => handler.HandleAsync(Given.Console, one, other, given.Today, null, stop));
                break;
            case 5:
                await site.WithAsync<RenameUnitHandler, Result>(handler => handler.HandleAsync(Given.Console, one, $"第 {step.Other} 工会", "改名", given.Today, stop));
                break;
            case 6:
                await site.WithAsync<MergeUnitsHandler, Result>(handler => handler.HandleAsync(Given.Console, one, other, given.Today, null, stop));
                break;
            case 7:
                await site.WithAsync<CloseUnitHandler, Result>(handler => handler.HandleAsync(Given.Console, one, given.Today, null, stop));
                break;
            default:
                site.Clock.Advance(TimeSpan.FromDays(1 + step.One % 3));
                break;
        }
    }

    private async Task OpenAsync(List<UnitId> units, UnitId under)
    {
        if ((await TreeAsync()).Find(under)!.IsOpen)
        {
            units.Add(await given.UnitAsync(under, from: given.Today));
        }
    }

    private async Task TreeHoldsAsync(List<UnitId> units)
    {
        var tree = await TreeAsync();
        foreach (var unit in units)
        {
            var lineage = tree.Lineage(unit).Select(above => above.UnitId).ToList();
            (await TextAsync("select path::text from unit where id = $1", unit)).ShouldBe(string.Join('.', lineage.AsEnumerable().Reverse()));
            tree.Subtree(unit).ShouldBe(units.Where(other => tree.Lineage(other).Any(above => above.UnitId == unit)), ignoreOrder: true);
            units.Count(other => tree.IsWithin(other, unit)).ShouldBe(tree.Subtree(unit).Count);
            tree.Row(unit)!.Unit.IsOpen.ShouldBe(tree.Row(unit)!.ClosedOn is null);
            (tree.Find(unit)!.IsOpen || tree.Children(unit).Count == 0).ShouldBeTrue("a closed unit has no open children");
        }
    }

    /// <summary>The open units as they are now: who is below whom, under which name.</summary>
    private async Task<string> PictureAsync(List<UnitId> units)
    {
        var tree = await TreeAsync();
        return Draw(units, unit => tree.Find(unit)!.IsOpen ? tree.Lineage(unit) : []);
    }

    private async Task<string> PictureAtAsync(List<UnitId> units, DateOnly day)
    {
        var tree = await TreeAsync();
        return Draw(units, unit => tree.LineageAt(unit, day));
    }

    private static string Draw(List<UnitId> units, Func<UnitId, IReadOnlyList<UnitSummary>> lineage) => string.Join(
        '\n',
        units.Select(unit => string.Join(" < ", lineage(unit).Select(above => $"{above.Code} {above.Name}"))).Where(line => line.Length > 0).Order(StringComparer.Ordinal));

    private Task<UnitTree> TreeAsync() => site.WithAsync<UnitTreeCache, UnitTree>(trees => trees.ReadAsync(stop));

    private async Task<string?> TextAsync(string sql, UnitId unit)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = unit.Value } } };
        return (string?)await command.ExecuteScalarAsync(stop);
    }

    private sealed record Step(int What, int One, int Other);
}
