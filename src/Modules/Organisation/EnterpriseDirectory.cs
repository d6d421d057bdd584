using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Reads enterprises.</summary>
public sealed class EnterpriseDirectory
{
    private readonly OrganisationDb db;
    private readonly UnitTreeCache trees;

    internal EnterpriseDirectory(OrganisationDb db, UnitTreeCache trees) => (this.db, this.trees) = (db, trees);

    public Task<EnterpriseSummary?> FindAsync(EnterpriseId id, CancellationToken stop) =>
        Summaries(db.Enterprises.Where(enterprise => enterprise.Id == id)).SingleOrDefaultAsync(stop);

    /// <summary>Enterprises covered by that very unit, by name.</summary>
    public async Task<IReadOnlyList<EnterpriseSummary>> OfAsync(UnitId unit, CancellationToken stop) =>
        await Summaries(db.Enterprises.Where(enterprise => enterprise.UnitId == unit).OrderBy(enterprise => enterprise.Name)).ToListAsync(stop);

    /// <summary>Enterprises whose name, short name or credit code holds the text, by name.</summary>
    /// <param name="within">Only those covered by this unit or one below it; null for all.</param>
    public async Task<IReadOnlyList<EnterpriseSummary>> SearchAsync(string text, UnitId? within, int limit, CancellationToken stop)
    {
        var found = db.Enterprises.Holding(text);
        if (within is { } top)
        {
            var path = LtreePath.Of((await trees.GetAsync(stop)).Lineage(top));
            found = found.Where(enterprise => db.Units.Any(unit => unit.Id == enterprise.UnitId && unit.Path.IsDescendantOf(path)));
        }

        return await Summaries(found.OrderBy(enterprise => enterprise.Name).ThenBy(enterprise => enterprise.Id).Take(limit)).ToListAsync(stop);
    }

    internal static IQueryable<EnterpriseSummary> Summaries(IQueryable<Enterprise> enterprises) => enterprises.AsNoTracking().Select(enterprise => new EnterpriseSummary(
        enterprise.Id,
        enterprise.Name,
        enterprise.CreditCode,
        enterprise.UnitId,
        enterprise.Industry,
        enterprise.HeadCounts.OrderByDescending(count => count.CountedOn).Select(count => (int?)count.Total).FirstOrDefault()));
}
