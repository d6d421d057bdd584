using UnionHall.Requests.Templates;

namespace UnionHall.Requests.ChangeTemplate;

internal sealed class ChangeTemplateForm : TemplateForm
{
    /// <summary>The code of the template; none: a new one.</summary>
    public string? Template { get; set; }

    /// <summary>From the day on it is not offered any more.</summary>
    public bool Ends { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }

    /// <summary>The version the administrator saw when he began.</summary>
    public Guid? Version { get; set; }
}
