namespace UnionHall.Requests.CheckRetaliation;

/// <summary>What came of the call.</summary>
internal sealed class CheckRetaliationForm
{
    /// <summary>no, yes or unreached.</summary>
    public string? Answer { get; set; }

    public string? Words { get; set; }

    public uint? Seen { get; set; }
}
