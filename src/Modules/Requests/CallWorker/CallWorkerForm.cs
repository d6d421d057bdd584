namespace UnionHall.Requests.CallWorker;

/// <summary>What came of the call. All as text, so that a wrong one can be shown again.</summary>
internal sealed class CallWorkerForm
{
    /// <summary>answer, or the code of an <see cref="AttemptOutcome"/>.</summary>
    public string? Outcome { get; set; }

    public string? Contacted { get; set; }

    public string? Solved { get; set; }

    public string? Rating { get; set; }

    /// <summary>yes, no, or left out.</summary>
    public string? True { get; set; }

    public string? Remarks { get; set; }

    /// <summary>When he wants to be called, in China's time.</summary>
    public DateTime? Again { get; set; }

    public uint? Seen { get; set; }
}
