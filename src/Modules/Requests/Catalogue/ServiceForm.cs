namespace UnionHall.Requests.Catalogue;

/// <summary>A service as typed; numbers and codes as text, so that a wrong one can be shown again.</summary>
internal sealed class ServiceForm
{
    public string? Name { get; set; }

    /// <summary>The code of a <see cref="MatterType"/>.</summary>
    public string? Kind { get; set; }

    public string? Category { get; set; }

    public string? Description { get; set; }

    /// <summary>Working days.</summary>
    public string? Limit { get; set; }

    public string? RouteTo { get; set; }

    /// <summary>The name or code of the unit that receives first; none: the level decides.</summary>
    public string? Receiver { get; set; }

    /// <summary>The code of an <see cref="Requests.Urgency"/>; ordinary when left out.</summary>
    public string? Urgency { get; set; }

    /// <summary>Codes of <see cref="Requests.Visibility"/>.</summary>
    public List<string> Visibility { get; set; } = [];

    public List<QuestionForm> Questions { get; set; } = [];

    /// <summary>Answers wait for consent.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>The checklist, one item a line.</summary>
    public string? Checks { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>The last day; none: until further notice.</summary>
    public DateOnly? To { get; set; }

    public string? Basis { get; set; }

    /// <summary>The version the administrator saw when he began.</summary>
    public Guid? Version { get; set; }

    public void AddBlanks(int count)
    {
        for (var added = 0; added < count && Questions.Count < ServiceReader.MostQuestions; added++)
        {
            Questions.Add(new QuestionForm());
        }
    }
}

/// <summary>An extra question as typed; without a label it is left out.</summary>
internal sealed class QuestionForm
{
    /// <summary>Stays with the question through its versions.</summary>
    public string? Key { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string? Kind { get; set; }

    public bool Required { get; set; }

    /// <summary>One choice per line.</summary>
    public string? Options { get; set; }

    /// <summary>Where it comes among the questions.</summary>
    public int? Place { get; set; }
}
