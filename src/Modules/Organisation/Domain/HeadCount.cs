namespace UnionHall.Organisation.Domain;

/// <summary>How many people worked at an enterprise as of a day.</summary>
internal sealed class HeadCount(EnterpriseId enterpriseId, DateOnly countedOn, int total)
{
    public EnterpriseId EnterpriseId { get; private init; } = enterpriseId;

    public DateOnly CountedOn { get; private init; } = countedOn;

    public int Total { get; private set; } = total;

    public void Correct(int counted) => Total = counted;
}
