using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Data;

/// <summary>What an administrator's lists may hold, as joins on the path of the unit.</summary>
internal static class ReachQueries
{
    /// <summary>Enterprises of the units in reach; only under one unit when it is given.</summary>
    public static IQueryable<Enterprise> EnterprisesIn(this OrganisationDb db, Reaching reaching, UnitRow? under)
    {
        var units = db.UnitsIn(reaching, under);
        return db.Enterprises.Where(enterprise => units.Any(unit => unit.Id == enterprise.UnitId));
    }

    /// <summary>Posts at the units in reach; only under one unit when it is given.</summary>
    public static IQueryable<Post> PostsIn(this OrganisationDb db, Reaching reaching, UnitRow? under)
    {
        var units = db.UnitsIn(reaching, under);
        return db.Posts.Where(post => units.Any(unit => unit.Id == post.Unit));
    }

    private static IQueryable<Unit> UnitsIn(this OrganisationDb db, Reaching reaching, UnitRow? under)
    {
        var held = reaching.Actor.Where(reaching.Permission).ToList();
        LTree[] subtrees = [.. held.Where(grant => grant.WholeSubtree).Select(grant => LtreePath.Of(reaching.Tree.Lineage(grant.Unit)))];
        UnitId[] alone = [.. held.Where(grant => !grant.WholeSubtree).Select(grant => grant.Unit)];
        var units = db.Units.Where(unit => subtrees.Any(top => top.IsAncestorOf(unit.Path)) || alone.Contains(unit.Id));
        if (under is null)
        {
            return units;
        }

        var path = LtreePath.Of(reaching.Tree.Lineage(under.Unit.UnitId));
        return units.Where(unit => unit.Path.IsDescendantOf(path));
    }
}
