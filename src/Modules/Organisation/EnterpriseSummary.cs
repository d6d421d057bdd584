using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>An enterprise as other modules see it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Registered name.</param>
/// <param name="CreditCode">统一社会信用代码; null where it is not known.</param>
/// <param name="Unit">The unit that covers it.</param>
/// <param name="Industry">GB/T 4754 section, A to T; null where it is not known.</param>
/// <param name="HeadCount">The latest count of its workers (人); null when never counted.</param>
public sealed record EnterpriseSummary(EnterpriseId Id, string Name, string? CreditCode, UnitId Unit, string? Industry, int? HeadCount);
