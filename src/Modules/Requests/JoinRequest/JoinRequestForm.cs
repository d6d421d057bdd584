namespace UnionHall.Requests.JoinRequest;

/// <summary>What somebody fills in who has the same matter. All of it comes as text, so that a wrong value can be shown again.</summary>
internal sealed class JoinRequestForm
{
    public string? Words { get; set; }

    /// <summary>He works where the first one works; unanswered: not said.</summary>
    public bool? SameUnit { get; set; }

    public string? Visibility { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }
}
