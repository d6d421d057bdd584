namespace UnionHall.Requests;

/// <summary>A service of the catalogue as offered today.</summary>
/// <param name="Code">Stable code, e.g. wage-arrears.</param>
/// <param name="LimitWorkingDays">The limit promised to the worker, in working days from submission.</param>
/// <param name="Visibility">The choices offered, in order.</param>
public sealed record ServiceSummary(
    string Code, string Name, string Description, MatterType MatterType, string Category, string CategoryName, int LimitWorkingDays, IReadOnlyList<Visibility> Visibility);
