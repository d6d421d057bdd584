using UnionHall.Requests.Following;

namespace UnionHall.Requests.SubmitRequest;

/// <summary>What a worker fills in. All of it comes as text, so that a wrong value can be shown again.</summary>
internal sealed class SubmitRequestForm : WorkerUploads
{
    /// <summary>The code of a <see cref="MatterType"/>; none is help.</summary>
    public string? Kind { get; set; }

    /// <summary>The code of the service chosen.</summary>
    public string? Service { get; set; }

    /// <summary>What he typed to find a service.</summary>
    public string? ServiceSearch { get; set; }

    public string? Words { get; set; }

    /// <summary>The reference of what he said before, or "new": asked only where there is something alike.</summary>
    public string? SameAs { get; set; }

    /// <summary>Answers to the service's questions, by key.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>Who or what it is about.</summary>
    public string? Accused { get; set; }

    public string? Visibility { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>What he typed to find his unit.</summary>
    public string? UnitSearch { get; set; }

    /// <summary>The unit he picked.</summary>
    public Guid? WorksAt { get; set; }

    /// <summary>The district he picked when the unit is not to be found.</summary>
    public Guid? District { get; set; }
}
