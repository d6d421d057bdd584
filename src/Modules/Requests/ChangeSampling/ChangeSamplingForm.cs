namespace UnionHall.Requests.ChangeSampling;

/// <summary>A sampling rule as typed.</summary>
internal sealed class ChangeSamplingForm
{
    public string? Reason { get; set; }

    /// <summary>Code of a service, or empty.</summary>
    public string? Service { get; set; }

    /// <summary>Code of a unit, or empty.</summary>
    public string? Unit { get; set; }

    public string? Percent { get; set; }

    public string? Wait { get; set; }

    public string? Days { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }

    /// <summary>The latest change the administrator saw when he began.</summary>
    public Guid? Seen { get; set; }
}
