using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Text;

/// <summary>
/// Receipt passphrases such as “青瓦 · 石榴 · 4719”: two everyday things and four digits, easy to read out and to write down.
/// </summary>
/// <remarks>
/// Two different words out of 2,048 and one of 10,000 numbers, all by a cryptographic generator: 35.3 bits. That stops
/// guessing through a form but not through stolen data, so keep only a slow keyed hash of <see cref="Normalise"/>, always ask
/// for the receipt's reference as well, and limit the rate: with five tries an hour for one reference, a guesser needs
/// 470,000 years for an even chance; with none, a machine that tries 10,000 a second needs under four weeks. No two words sound
/// alike (tones apart), none is rude or sad.
/// </remarks>
public static class Passphrase
{
    private const string Separator = " · ";
    private const int WordLength = 2;
    private const int Digits = 4;

    private static readonly string[] Words = LoadWords();

    /// <summary>How many bits a guesser faces: about 35.3.</summary>
    public static double EntropyBits { get; } = Math.Log2((double)Words.Length * (Words.Length - 1) * Math.Pow(10, Digits));

    internal static IReadOnlyList<string> WordList => Words;

    /// <summary>A new passphrase in the form that is shown and that <see cref="Normalise"/> returns.</summary>
    public static string Create()
    {
        var first = RandomNumberGenerator.GetInt32(Words.Length);
        var second = (first + 1 + RandomNumberGenerator.GetInt32(Words.Length - 1)) % Words.Length;
        var number = RandomNumberGenerator.GetInt32((int)Math.Pow(10, Digits));
        return Form(Words[first], Words[second], number.ToString("D4", CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// The shown form of what a person typed, to be compared by its hash; null when it is not two words and four digits.
    /// </summary>
    /// <param name="typed">Spaces, dots, commas, full-width digits and no separators at all are accepted.</param>
    public static string? Normalise(string? typed)
    {
        var bare = Bare(typed);
        if (bare.Length != WordLength * 2 + Digits
            || bare[..^Digits].Any(char.IsAsciiDigit) || !bare[^Digits..].All(char.IsAsciiDigit))
        {
            return null;
        }

        return Form(bare[..WordLength], bare[WordLength..^Digits], bare[^Digits..]);
    }

    private static string Form(string first, string second, string number) =>
        string.Concat(first + Separator, second + Separator, number);

    private static string Bare(string? typed)
    {
        var bare = new StringBuilder();
        foreach (var rune in CharacterClass.Fold(typed).EnumerateRunes())
        {
            if (CharacterClass.Of(rune) is CharacterKind.Letter or CharacterKind.Ideograph)
            {
                bare.Append(rune);
            }
        }

        return bare.ToString();
    }

    private static string[] LoadWords()
    {
        using var stream = typeof(Passphrase).Assembly.GetManifestResourceStream("words.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
