using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>All facts of an enterprise, as an import keeps them to be able to put them back.</summary>
internal sealed record EnterpriseState(string Name, string ShortName, string? CreditCode, UnitId Unit, string? Industry, IReadOnlyList<EnterpriseState.Counted> Counts)
{
    internal sealed record Counted(DateOnly On, int Total);
}
