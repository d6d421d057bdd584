namespace UnionHall.Requests;

/// <summary>Four grades of satisfaction with the people who handled it.</summary>
public enum Rating
{
    VerySatisfied = 1,
    Satisfied,
    FairlySatisfied,
    Dissatisfied,
}
