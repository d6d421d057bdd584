using System.Globalization;

namespace UnionHall.Text.Tests;

/// <summary>What PostgreSQL does with the two literals: phrases of lexemes (the last perhaps a prefix), joined by “and”.</summary>
internal static class TextSearch
{
    public static bool Finds(string vector, string query)
    {
        var positions = Positions(vector);
        return query.Split(" & ").All(phrase => FindsPhrase(positions, phrase.Split(" <-> ")));
    }

    public static ILookup<string, int> Positions(string vector) => vector
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(':'))
        .ToLookup(part => part[0].Trim('\''), part => int.Parse(part[1], CultureInfo.InvariantCulture));

    private static bool FindsPhrase(ILookup<string, int> positions, string[] phrase)
    {
        var starts = At(positions, phrase[0]);
        return starts.Any(start => Enumerable.Range(1, phrase.Length - 1).All(i => At(positions, phrase[i]).Contains(start + i)));
    }

    private static HashSet<int> At(ILookup<string, int> positions, string lexeme) => lexeme.EndsWith(":*", StringComparison.Ordinal)
        ? [.. positions.Where(p => p.Key.StartsWith(lexeme[1..^3], StringComparison.Ordinal)).SelectMany(p => p)]
        : [.. positions[lexeme.Trim('\'')]];
}
