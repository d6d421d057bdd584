using Microsoft.EntityFrameworkCore;

namespace UnionHall.Organisation.Data;

/// <summary>The path of a unit as the database writes it: the keys of its lineage from the root down.</summary>
internal static class LtreePath
{
    public static LTree Of(IEnumerable<UnitSummary> lineage) => string.Join('.', lineage.Reverse().Select(unit => unit.UnitId.ToString()));
}
