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
internal sealed record FilledService(Guid Id, string MatterType, string Category);
