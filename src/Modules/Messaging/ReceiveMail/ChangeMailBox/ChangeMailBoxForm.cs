namespace UnionHall.Messaging.ReceiveMail.ChangeMailBox;

/// <summary>A box as typed.</summary>
internal sealed class ChangeMailBoxForm
{
    /// <summary>None: a new one.</summary>
    public Guid? Box { get; set; }

    public string? Address { get; set; }

    public string? Name { get; set; }

    /// <summary>Full name or code; of a new one only.</summary>
    public string? Unit { get; set; }

    /// <summary>Name or user name.</summary>
    public string? Chair { get; set; }

    /// <summary>Names or user names, one after the other.</summary>
    public string? Clerks { get; set; }

    public bool HasPlus { get; set; }

    public bool IsClosed { get; set; }

    public string? Basis { get; set; }

    /// <summary>The version the administrator saw when he began.</summary>
    public Guid? Seen { get; set; }
}
