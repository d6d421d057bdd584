using UnionHall.Requests.Following;

namespace UnionHall.Requests.RegisterRequest;

/// <summary>What is taken down for a worker. All of it comes as text, so that a wrong value can be shown again.</summary>
internal sealed class RegisterRequestForm : WorkerUploads
{
    public string? Channel { get; set; }

    public string? Service { get; set; }

    public string? Words { get; set; }

    /// <summary>Answers to the service's questions, by key.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>Who or what it is about.</summary>
    public string? Accused { get; set; }

    public string? Visibility { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>The reference of what he said before, or "new": asked only where there is something alike.</summary>
    public string? SameAs { get; set; }

    /// <summary>What was typed to find the unit.</summary>
    public string? UnitSearch { get; set; }

    public Guid? WorksAt { get; set; }
}
