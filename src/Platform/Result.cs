namespace UnionHall.Platform;

/// <summary>
/// The outcome of an act that a rule may refuse. A refusal is a sentence the user understands: what happened,
/// why, and what to do now.
/// </summary>
public record Result(Refusal? Refusal)
{
    public static readonly Result Done = new((Refusal?)null);

    public bool Succeeded => Refusal is null;

    public static Result Refuse(string code, string sentence, string? field = null) => new(new Refusal(code, sentence, field));

    public static implicit operator Result(Refusal refusal) => new(refusal);
}

/// <summary>As <see cref="Result"/>, with a value when it succeeded.</summary>
public sealed record Result<T>(T? Value, Refusal? Refusal) : Result(Refusal)
{
    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>A named "no".</summary>
/// <param name="Code">Stable kebab-case name, for tests, APIs and statistics.</param>
/// <param name="Sentence">Chinese, complete, for the page.</param>
/// <param name="Field">The form field it belongs to, or null for the whole form.</param>
public sealed record Refusal(string Code, string Sentence, string? Field = null);
