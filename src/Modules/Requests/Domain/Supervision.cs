using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>督办: a unit above watches a request until it has a report it accepts.</summary>
internal sealed class Supervision
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The unit that supervises.</summary>
    public UnitId UnitId { get; private init; }

    public required string Reason { get; init; }

    /// <summary>Until when the handling unit reports back.</summary>
    public DateTimeOffset DueAt { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public AccountId? StartedBy { get; private init; }

    public required string StartedName { get; init; }

    public string? Report { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    public string? ReportedName { get; private set; }

    public string? EndWords { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedName { get; private set; }

    /// <summary>When it was found that no report had come in time.</summary>
    public DateTimeOffset? OverdueAt { get; private set; }

    public bool IsOpen => EndedAt is null;

    internal static Supervision Of(RequestId request, UnitId unit, string reason, DateTimeOffset dueAt, Actor actor, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        RequestId = request,
        UnitId = unit,
        Reason = reason,
        DueAt = dueAt,
        StartedAt = at,
        StartedBy = actor.Account,
        StartedName = actor.Name,
    };

    public Result ReportBack(string words, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return HopRefusals.SupervisionEnded;
        }

        (Report, ReportedAt, ReportedName) = (words, at, actor.Name);
        return Result.Done;
    }

    /// <summary>True when the report is missing and nobody was told so yet.</summary>
    public bool MarkOverdue(DateTimeOffset now)
    {
        if (!IsOpen || ReportedAt is not null || OverdueAt is not null || DueAt >= now)
        {
            return false;
        }

        OverdueAt = now;
        return true;
    }

    public Result End(string words, Actor actor, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return HopRefusals.SupervisionEnded;
        }

        (EndWords, EndedAt, EndedName) = (words, at, actor.Name);
        return Result.Done;
    }
}
