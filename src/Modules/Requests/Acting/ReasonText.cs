namespace UnionHall.Requests.Acting;

/// <summary>The bound of a reason on a clock or urgency form: of the field, not of any policy.</summary>
internal static class ReasonText
{
    public const int Most = 1000;

    public const string TooLong = "最多 1,000 个字。";
}
