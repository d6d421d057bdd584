namespace UnionHall.Requests.CallUnits;

/// <summary>Which units are called to the side of the lead, what each is to do, and until when.</summary>
internal sealed class CallForm
{
    public List<Guid> Units { get; set; } = [];

    /// <summary>One per unit, in the same order.</summary>
    public List<string?> Tasks { get; set; } = [];

    /// <summary>Working days from now; 0 is the lead's own deadline.</summary>
    public int Days { get; set; }

    public uint? Seen { get; set; }
}
