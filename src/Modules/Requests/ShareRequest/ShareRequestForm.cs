namespace UnionHall.Requests.ShareRequest;

/// <summary>What goes to whom, what for, for how long. Nothing is picked beforehand.</summary>
internal sealed class ShareRequestForm
{
    public string? Recipient { get; set; }

    public string? Purpose { get; set; }

    public string? Days { get; set; }

    /// <summary>Keys of fields, and of files as file-….</summary>
    public List<string> Picked { get; set; } = [];

    public bool MayAnswer { get; set; }

    /// <summary>The share to be revoked.</summary>
    public Guid? Share { get; set; }
}
