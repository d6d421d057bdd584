using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>An administrator acts within the subtree of the post; the platform itself acts everywhere.</summary>
internal static class Reach
{
    public static bool Covers(this UnitTree tree, Actor actor, Permission permission, UnitId unit) =>
        actor.IsPlatform || (tree.Row(unit) is not null && actor.Can(permission, unit, tree.Lineage(unit).Select(above => above.UnitId)));

    public static bool Covers(this UnitTree tree, Actor actor, UnitId unit) => tree.Covers(actor, Permission.ManageOrganisation, unit);
}
