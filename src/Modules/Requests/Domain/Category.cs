namespace UnionHall.Requests.Domain;

/// <summary>What a request is about, two levels.</summary>
internal sealed class Category
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? ParentCode { get; init; }

    public int Position { get; set; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while it is used.</summary>
    public DateOnly? ValidTo { get; private set; }

    public bool IsUsed(DateOnly day) => ValidTo is null || ValidTo >= day;

    public void Retire(DateOnly today) => ValidTo = today.AddDays(-1);

    public void TakeUp() => ValidTo = null;
}
