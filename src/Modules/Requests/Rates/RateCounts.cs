namespace UnionHall.Requests.Rates;

/// <summary>What a unit's rates are made of. Counts of different units add up.</summary>
/// <param name="Answered">Follow-ups that got an answer and count.</param>
/// <param name="ContactKnown">Of these, where the worker knew whether somebody had been in touch.</param>
/// <param name="InTime">Of these, in touch and in time.</param>
/// <param name="Solved">Answers that count as solved; all answers say whether.</param>
/// <param name="Satisfied">Grades that count as satisfied; all answers have one.</param>
/// <param name="Excluded">Set aside by an approved review.</param>
/// <param name="Deferred">Out while the request is on the deferred list.</param>
internal sealed record RateCounts(int Answered, int ContactKnown, int InTime, int Solved, int Satisfied, int Unreachable, int Refused, int Excluded, int Deferred)
{
    public static readonly RateCounts None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Rate Response => new(InTime, ContactKnown);

    public Rate Resolution => new(Solved, Answered);

    public Rate Satisfaction => new(Satisfied, Answered);

    /// <summary>Everybody who was asked or tried.</summary>
    public int Asked => Answered + Unreachable + Refused;

    /// <summary>Of ten and more, over a fifth could not be reached: the rates stand on weak feet.</summary>
    public bool IsThin => Asked >= 10 && Unreachable * 5 > Asked;

    public static RateCounts operator +(RateCounts left, RateCounts right) => new(
        left.Answered + right.Answered, left.ContactKnown + right.ContactKnown, left.InTime + right.InTime, left.Solved + right.Solved, left.Satisfied + right.Satisfied,
        left.Unreachable + right.Unreachable, left.Refused + right.Refused, left.Excluded + right.Excluded, left.Deferred + right.Deferred);

    /// <summary>Weighted as the formula says; null where one of the three has too few answers.</summary>
    public double? Composite(RateFormula formula) =>
        Response.Count >= formula.LeastAnswers && Answered >= formula.LeastAnswers
            ? ((Response.Share * formula.ResponseWeight) + (Resolution.Share * formula.ResolutionWeight) + (Satisfaction.Share * formula.SatisfactionWeight)) / 100
            : null;
}

/// <summary>A share with what it stands on.</summary>
internal sealed record Rate(int Hits, int Count)
{
    public double Share => Count == 0 ? 0 : (double)Hits / Count;

    public (double Low, double High)? Interval => Wilson.Interval(Hits, Count);

    public string Percent => Say(Share);

    /// <summary>92.30% – two decimals, as bulletins print them.</summary>
    public static string Say(double share) => (share * 100).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + "%";
}
