namespace UnionHall.Requests.AssignRequest;

/// <summary>To whom it goes.</summary>
internal sealed class AssignRequestForm
{
    /// <summary>The colleague's account; empty puts it back to the whole unit.</summary>
    public Guid? To { get; set; }
}
