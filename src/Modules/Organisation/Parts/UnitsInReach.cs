using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Parts;

/// <summary>What an administration page may show: units in the reach of who is signed in. Outside of it nothing exists.</summary>
internal sealed class UnitsInReach(UnitTreeCache trees, ICurrentActor current)
{
    public async Task<Reaching> GetAsync(Permission permission, CancellationToken stop) =>
        new(await current.GetAsync(stop), await trees.GetAsync(stop), permission);

    /// <summary>The unit with this code, or null when there is none in reach.</summary>
    public async Task<UnitView?> FindAsync(string code, Permission permission, CancellationToken stop)
    {
        var reaching = await GetAsync(permission, stop);
        return reaching.Find(code) is { } row ? new UnitView(reaching, row) : null;
    }
}

/// <summary>An actor before the tree, with one permission.</summary>
internal sealed record Reaching(Actor Actor, UnitTree Tree, Permission Permission)
{
    /// <summary>The topmost units in reach.</summary>
    public IReadOnlyList<UnitRow> Tops
    {
        get
        {
            var held = Actor.Where(Permission).Select(grant => Tree.Row(grant.Unit)).OfType<UnitRow>().DistinctBy(row => row.Unit.UnitId).ToList();
            return [.. held.Where(row => !held.Exists(other => other != row && Tree.IsWithin(row.Unit.UnitId, other.Unit.UnitId)))];
        }
    }

    public bool Covers(UnitId unit) => Tree.Covers(Actor, Permission, unit);

    public UnitRow? Find(string? code) =>
        code is not null && Tree.FindByCode(code) is { } unit && Covers(unit.UnitId) ? Tree.Row(unit.UnitId) : null;

    /// <summary>Open units in reach that match the text.</summary>
    public IReadOnlyList<UnitSummary> Search(string? text, int limit) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. Tops.SelectMany(top => Tree.Search(text, top.Unit.UnitId, limit)).Where(unit => Covers(unit.UnitId)).DistinctBy(unit => unit.UnitId).Take(limit)];

    /// <summary>青川市总工会 › 北城区总工会 › 清溪街道总工会, by short names.</summary>
    public string PathOf(UnitId unit) => string.Join(" › ", Tree.Lineage(unit).Reverse().Select(above => above.ShortName));
}

/// <summary>One unit as its pages show it.</summary>
internal sealed record UnitView(Reaching Reaching, UnitRow Row)
{
    public UnitSummary Unit => Row.Unit;

    /// <summary>The units above from the top down, each with whether it may be opened.</summary>
    public IEnumerable<(UnitSummary Unit, bool Linked)> Above =>
        Reaching.Tree.Lineage(Unit.UnitId).Skip(1).Reverse().Select(above => (above, Reaching.Covers(above.UnitId)));
}
