namespace UnionHall.Text;

/// <summary>A mobile number of mainland China. Never prints itself: <see cref="ToString"/> is masked.</summary>
/// <remarks>Any number of the form 1[3-9] + nine digits is accepted: new ranges appear every few years, so no list of carriers.</remarks>
public sealed record Mobile
{
    private Mobile(string number) => Number = number;

    /// <summary>Eleven ASCII digits without a country code.</summary>
    public string Number { get; }

    /// <summary>The number as 138****5678.</summary>
    public override string ToString() => Masking.Mobile(Number);

    /// <summary>Reads what a person typed: +86, 0086, spaces, dashes, brackets and full-width digits are accepted.</summary>
    /// <param name="typed">Eleven digits, with or without the country code.</param>
    public static Reading<Mobile> Read(string? typed)
    {
        var bare = WithoutCountry(Typed.Bare(typed).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal));
        if (bare.Length == 0)
        {
            return new(Fault.Missing, "手机号还没填。");
        }

        if (Typed.Stranger(bare, char.IsAsciiDigit) is { } stranger)
        {
            return new(Fault.Characters, $"手机号只有数字，现在里面有“{stranger}”。");
        }

        if (bare.Length != 11)
        {
            return new(Fault.Length, $"手机号是 11 位，现在 {bare.Length} 位。");
        }

        return bare[0] == '1' && bare[1] >= '3'
            ? new(new Mobile(bare))
            : new(Fault.Prefix, $"手机号以 13 到 19 开头，现在以 {bare[..2]} 开头。");
    }

    private static string WithoutCountry(string bare)
    {
        var prefix = Array.Find(["+86", "0086", "86"], p => bare.StartsWith(p, StringComparison.Ordinal)) ?? "";
        return bare.Length - prefix.Length == 11 || prefix == "+86" ? bare[prefix.Length..] : bare;
    }
}
