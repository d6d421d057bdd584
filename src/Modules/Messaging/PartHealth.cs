namespace UnionHall.Messaging;

/// <summary>How one part of a way in or out is doing.</summary>
/// <param name="Part">Chinese, e.g. 收消息.</param>
/// <param name="OkAt">When it last went well; null when it never did.</param>
/// <param name="FailedAt">When it last failed; null when it never did.</param>
/// <param name="Fault">What was wrong then and what to do, a Chinese sentence.</param>
/// <param name="Failures">How often since it last went well.</param>
public sealed record PartHealth(string Part, DateTimeOffset? OkAt, DateTimeOffset? FailedAt, string? Fault, int Failures)
{
    /// <summary>True while it is not working.</summary>
    public bool IsFailing => Failures > 0;
}
