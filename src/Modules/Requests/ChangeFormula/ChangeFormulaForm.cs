namespace UnionHall.Requests.ChangeFormula;

/// <summary>A formula as typed.</summary>
internal sealed class ChangeFormulaForm
{
    public List<string> Solved { get; set; } = [];

    public List<string> Satisfied { get; set; } = [];

    public bool Reworks { get; set; }

    public string? Least { get; set; }

    public string? Response { get; set; }

    public string? Resolution { get; set; }

    public string? Satisfaction { get; set; }

    public string? Floor { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }

    /// <summary>The latest change the administrator saw when he began.</summary>
    public Guid? Seen { get; set; }
}
