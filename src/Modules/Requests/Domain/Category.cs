namespace UnionHall.Requests.Domain;

/// <summary>What a request is about, two levels.</summary>
internal sealed class Category
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? ParentCode { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
