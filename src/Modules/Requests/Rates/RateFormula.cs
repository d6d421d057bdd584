namespace UnionHall.Requests.Rates;

/// <summary>What counts as solved and satisfied, from a day on.</summary>
internal sealed class RateFormula
{
    public Guid Id { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Codes of <see cref="HeardSolved"/>.</summary>
    public List<string> SolvedAnswers { get; set; } = [];

    /// <summary>Codes of <see cref="Rating"/>.</summary>
    public List<string> SatisfiedGrades { get; set; } = [];

    /// <summary>Whether rounds after a rework count like first ones.</summary>
    public bool CountsReworks { get; set; }

    /// <summary>Below this many answers no rate is shown.</summary>
    public int LeastAnswers { get; set; }

    public int ResponseWeight { get; set; }

    public int ResolutionWeight { get; set; }

    public int SatisfactionWeight { get; set; }

    /// <summary>Units below this percentage are named in the bulletin.</summary>
    public int SatisfactionFloor { get; set; }

    public string Basis { get; set; } = "";

    /// <summary>Another formula from the same day on.</summary>
    public void Become(RateFormula other)
    {
        (SolvedAnswers, SatisfiedGrades, CountsReworks, LeastAnswers) = (other.SolvedAnswers, other.SatisfiedGrades, other.CountsReworks, other.LeastAnswers);
        (ResponseWeight, ResolutionWeight, SatisfactionWeight) = (other.ResponseWeight, other.ResolutionWeight, other.SatisfactionWeight);
        (SatisfactionFloor, Basis) = (other.SatisfactionFloor, other.Basis);
    }
}
