namespace UnionHall.Requests.Domain;

/// <summary>From a day on, how many calendar days a worker has to say whether an answer solved it.</summary>
internal sealed class ClosingRule
{
    public DateOnly ValidFrom { get; init; }

    public int ConfirmDays { get; init; }

    public required string Basis { get; init; }
}
