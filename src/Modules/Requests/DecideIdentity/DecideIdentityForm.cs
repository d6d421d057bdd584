namespace UnionHall.Requests.DecideIdentity;

/// <summary>Yes or no to somebody who wants to know who reported.</summary>
internal sealed class DecideIdentityForm
{
    public Guid Ask { get; set; }

    /// <summary>yes or no.</summary>
    public string? Granted { get; set; }

    public string? Words { get; set; }
}
