namespace UnionHall.Requests.ConfirmRequest;

/// <summary>The worker's word on an answer.</summary>
internal sealed class ConfirmRequestForm
{
    /// <summary>yes or no.</summary>
    public string? Solved { get; set; }

    /// <summary>What is missing, of <see cref="Gaps"/>.</summary>
    public List<string> Missing { get; set; } = [];

    public string? Words { get; set; }

    /// <summary>The code of a <see cref="Rating"/>; may be left out.</summary>
    public string? Rating { get; set; }

    public static IReadOnlyList<string> Gaps { get; } = ["说的和实际不一样", "只解决了一部分", "没人联系过我", "别的原因"];
}
