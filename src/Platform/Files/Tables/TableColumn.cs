namespace UnionHall.Platform.Files.Tables;

/// <summary>A column of a table that is written.</summary>
/// <param name="Heading">The first row.</param>
/// <param name="Choices">In a workbook, what may be picked from a list; null for free text.</param>
/// <param name="Width">In a workbook, the width in characters.</param>
public sealed record TableColumn(string Heading, IReadOnlyList<string>? Choices = null, int Width = 18);
