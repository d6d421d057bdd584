namespace UnionHall.Requests.Domain;

/// <summary>One thing a worker can ask for: its form, limit, first receiver and who may know him. Dated data with a basis document.</summary>
internal sealed class Service
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = string.Empty;

    public MatterType MatterType { get; init; }

    public required string Category { get; set; }

    /// <summary>Extra questions, JSON of <see cref="Question"/>.</summary>
    public string Questions { get; set; } = "[]";

    public int LimitWorkingDays { get; set; }

    /// <summary>Which level of the worker's lineage receives first: primary, street, district or city.</summary>
    public required string RouteTo { get; set; }

    /// <summary>The visibility choices offered, codes.</summary>
    public string[] Visibility { get; set; } = [];

    public int Position { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public string Basis { get; set; } = string.Empty;
}
