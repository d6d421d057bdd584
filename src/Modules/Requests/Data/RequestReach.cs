using UnionHall.Platform.Security;

namespace UnionHall.Requests.Data;

/// <summary>A scope row, kept by triggers of the schema: this unit, or one below it, has or had the request.</summary>
internal sealed class RequestReach
{
    public UnitId UnitId { get; init; }

    public RequestId RequestId { get; init; }

    public bool Direct { get; init; }

    public bool IsOpen { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public RequestState State { get; init; }

    /// <summary>The worker said "not solved" and has had no new answer.</summary>
    public bool InDispute { get; init; }
}
