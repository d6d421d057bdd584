using System.Text;

namespace UnionHall.Text;

internal enum TokenKind
{
    /// <summary>A whole word of letters and digits.</summary>
    Word,

    /// <summary>An ideograph and the one after it.</summary>
    Pair,

    /// <summary>The last ideograph of a run.</summary>
    Last,
}

internal readonly record struct Token(string Text, TokenKind Kind);

/// <summary>Reads text into index tokens, in order; see <see cref="Bigrams"/> for the rule.</summary>
internal static class TokenReader
{
    /// <summary>Longer words (base64, addresses) are cut, in the index and in the query alike. PostgreSQL's own limit is 2 KiB.</summary>
    private const int CharactersInWord = 64;

    public static IEnumerable<Token> Read(string? text)
    {
        var word = new StringBuilder();
        var letters = 0;
        Rune? ideograph = null;
        foreach (var rune in CharacterClass.Fold(text).EnumerateRunes())
        {
            var kind = CharacterClass.Of(rune);
            if (kind == CharacterKind.Ignored)
            {
                continue;
            }

            if (ideograph is { } before)
            {
                yield return kind == CharacterKind.Ideograph
                    ? new Token(before.ToString() + rune, TokenKind.Pair)
                    : new Token(before.ToString(), TokenKind.Last);
            }

            if (kind != CharacterKind.Letter && letters > 0)
            {
                yield return new Token(word.ToString(), TokenKind.Word);
                word.Clear();
                letters = 0;
            }

            ideograph = kind == CharacterKind.Ideograph ? rune : null;
            if (kind == CharacterKind.Letter && letters++ < CharactersInWord)
            {
                word.Append(rune);
            }
        }

        if (ideograph is { } last)
        {
            yield return new Token(last.ToString(), TokenKind.Last);
        }
        else if (letters > 0)
        {
            yield return new Token(word.ToString(), TokenKind.Word);
        }
    }
}
