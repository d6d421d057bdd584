namespace UnionHall.Organisation.Imports;

/// <summary>A column of an import file.</summary>
/// <param name="Name">English heading, also accepted.</param>
/// <param name="Heading">Chinese heading, as in the template.</param>
/// <param name="Field">The field that refusals name.</param>
/// <param name="Hint">One sentence for the page.</param>
/// <param name="Required">Must be in the file.</param>
/// <param name="Choices">What a workbook offers to pick from.</param>
internal sealed record ImportColumn(string Name, string Heading, string Field, string Hint, bool Required = false, IReadOnlyList<string>? Choices = null);
