using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FillRequests;

/// <summary>One synthetic request with all that hangs on it.</summary>
internal sealed record FilledRequest
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required FilledService Service { get; init; }

    public required (string Title, string Words, NpgsqlTypes.NpgsqlTsVector Index) Text { get; init; }

    public required Visibility Visibility { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Street, primary union …: where the worker works and everything above, lowest first.</summary>
    public required Guid[] Lineage { get; init; }

    /// <summary>How many of the lineage's units from the owner down have had it: 1 or 2.</summary>
    public required int Hops { get; init; }

    /// <summary>Place of the owner in the lineage.</summary>
    public required int OwnerPlace { get; init; }

    public required RequestState State { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Until when the worker may say whether it is solved.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    public DateTimeOffset NextDueAt => ConfirmBy ?? Orders[^1].DueAt;

    public required bool IsProvisional { get; init; }

    /// <summary>Working days that the promise was moved by.</summary>
    public required int Added { get; init; }

    /// <summary>The clock of the promise and of each hop after the first, which follows it.</summary>
    public required FilledClock Promise { get; init; }

    public required FilledOrder[] Orders { get; init; }

    /// <summary>When the sweep looks next: null when all that could be missed has been, or it is not open.</summary>
    public DateTimeOffset? SweepAt
    {
        get
        {
            var (promise, hop) = (RepliedAt is null ? Promise.NextLook : null, Hops > 1 ? Orders[^1].Clock.NextLook : null);
            return !IsOpen ? null : hop is null || promise < hop ? promise : hop;
        }
    }

    public DateTimeOffset? RepliedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public Outcome? Outcome { get; init; }

    public Rating? Rating { get; init; }

    public required int Person { get; init; }

    public Guid Owner => Lineage[OwnerPlace];

    public Guid CurrentUnit => Lineage[OwnerPlace - Hops + 1];

    public bool IsOpen => State is RequestState.Submitted or RequestState.Dispatched or RequestState.Acknowledged or RequestState.Asked or RequestState.Disputed;
}

/// <summary>A service of the catalogue, as far as a synthetic request needs it.</summary>
internal sealed record FilledService(Guid Id, string MatterType, string Category, string Urgency, int Limit);

/// <summary>A hop: the first follows the promise, a later one has the same limit as its own.</summary>
internal sealed record FilledOrder(Guid Id, Guid Unit, DateTimeOffset At, DateTimeOffset DueAt, FilledClock Clock);

/// <summary>A clock as the sweep would have left it.</summary>
internal sealed record FilledClock(DateTimeOffset? WarnedAt, DateTimeOffset? BreachedAt, DateTimeOffset? NextLook)
{
    /// <param name="end">When it stopped, or now.</param>
    public static FilledClock Of(DateTimeOffset start, DateTimeOffset due, DateTimeOffset end)
    {
        var warn = Lights.WarnAt(start, due);
        var (warned, breached) = (warn < end ? warn : (DateTimeOffset?)null, due < end ? due : (DateTimeOffset?)null);
        return new FilledClock(warned, breached, Lights.NextLook(start, due, warned, breached));
    }
}
