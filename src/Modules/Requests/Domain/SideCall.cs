using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What one unit is called to do beside the lead.</summary>
internal sealed record SideCall(UnitId Unit, HopTerm Term, string Task);

/// <summary>When a request counts as a problem order.</summary>
/// <param name="Reworks">How often the worker said "not solved".</param>
/// <param name="Units">How many units had it as lead and gave it away without a result.</param>
internal sealed record ProblemRule(int Reworks, int Units);
