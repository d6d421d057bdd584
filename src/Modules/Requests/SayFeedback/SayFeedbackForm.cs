namespace UnionHall.Requests.SayFeedback;

/// <summary>How it ended, in the worker's word.</summary>
internal sealed class SayFeedbackForm
{
    public string? Solved { get; set; }

    public string? Rating { get; set; }

    /// <summary>Only where his page asks in place of a caller.</summary>
    public string? Contacted { get; set; }

    /// <summary>Of <see cref="Known"/>.</summary>
    public List<string> Reasons { get; set; } = [];

    public string? Words { get; set; }

    public static IReadOnlyList<string> Known { get; } = ["办得快", "说得清楚", "态度好", "等得太久", "没人联系我", "说的和实际不一样", "态度不好"];
}
