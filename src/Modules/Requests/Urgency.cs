namespace UnionHall.Requests;

/// <summary>How pressing a request is; each has limits of its own in the clock rules.</summary>
public enum Urgency
{
    /// <summary>Life or property in danger.</summary>
    Emergency = 1,

    /// <summary>Urgent needs of life: wages, injury, dismissal.</summary>
    Urgent,

    Ordinary,

    Complex,
}
