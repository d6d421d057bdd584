using System.Text;

namespace UnionHall.Text;

/// <summary>
/// The one text index for Chinese: writes what PostgreSQL stores (<c>tsvector</c>) and what it is asked (<c>tsquery</c>).
/// </summary>
/// <remarks>
/// Text is folded (NFKC, lower case; full-width becomes half-width). A run of ideographs (Han including Extensions A to J,
/// 〇, 々 and kana) gives one token per character: the character with its successor, and the last character alone. Anything
/// else made of letters and digits gives one token per word. So every character has its own position, a phrase query
/// finds an exact run of characters, and a one-character query by prefix finds that character wherever it stands.
/// Punctuation and symbols are not indexed. Part of a Latin word or of a number is not found, only the whole.
/// Both outputs are literals to be cast (<c>@v::tsvector</c>, <c>@q::tsquery</c>): PostgreSQL's text parser splits
/// differently from one locale to another and is not involved.
/// </remarks>
public static class Bigrams
{
    /// <summary>The last position a tsvector can hold (PostgreSQL manual, 12.11 Limitations).</summary>
    private const int LastPosition = 16_383;

    /// <summary>A tsvector holds less than 1 MiB: lexemes, and up to 6 bytes for each position.</summary>
    private const int RoomInBytes = 1_000_000;
    private const int BytesPerPosition = 6;

    /// <summary>Positions left free between two texts, so that no phrase reaches from one into the next.</summary>
    private const int GapBetweenTexts = 8;

    private const int TermsInQuery = 16;
    private const int TokensInTerm = 64;

    /// <summary>A <c>tsvector</c> literal such as <c>'微波':1 '波炉':2 '炉':3</c>; empty when nothing can be indexed.</summary>
    /// <param name="text">Any text. Characters beyond about the first 16,000 are not indexed; none is too long.</param>
    public static string ToTsVector(string? text) => ToTsVector([text]);

    /// <summary>One literal for several texts (title, words, address); no phrase matches across two of them.</summary>
    /// <param name="texts">The texts, the most important first: what does not fit is left out from the end.</param>
    public static string ToTsVector(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var literal = new StringBuilder();
        var position = 0;
        var room = RoomInBytes;
        foreach (var text in texts)
        {
            var start = position == 0 ? 0 : position + GapBetweenTexts;
            foreach (var token in TokenReader.Read(text))
            {
                room -= Encoding.UTF8.GetByteCount(token.Text) + BytesPerPosition;
                if (start >= LastPosition || room < 0)
                {
                    return literal.ToString();
                }

                position = ++start;
                Append(literal, token.Text).Append(':').Append(position);
            }
        }

        return literal.ToString();
    }

    /// <summary>
    /// A <c>tsquery</c> literal such as <c>'微波' &lt;-&gt; '波炉'</c>, or null when the words hold nothing that can be searched.
    /// </summary>
    /// <param name="words">
    /// What a person typed. Parts between spaces may stand anywhere but must all occur; each part must occur as written,
    /// apart from case, width and punctuation. At most 16 parts of 64 tokens are used.
    /// </param>
    public static string? ToTsQuery(string? words)
    {
        var literal = new StringBuilder();
        foreach (var term in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(TermsInQuery))
        {
            AppendPhrase(literal, TokenReader.Read(term).Take(TokensInTerm).ToList());
        }

        return literal.Length == 0 ? null : literal.ToString();
    }

    private static void AppendPhrase(StringBuilder literal, List<Token> tokens)
    {
        // The last character of a run of two or more is already held by the pair before it.
        if (tokens is [.., { Kind: TokenKind.Pair }, { Kind: TokenKind.Last }])
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (literal.Length > 0)
            {
                literal.Append(i == 0 ? " &" : " <->");
            }

            Append(literal, tokens[i].Text);
            if (i == tokens.Count - 1 && tokens[i].Kind == TokenKind.Last)
            {
                literal.Append(":*");
            }
        }
    }

    /// <summary>Quotes a lexeme. Tokens are letters, digits and marks only, so nothing inside needs an escape.</summary>
    private static StringBuilder Append(StringBuilder literal, string token) =>
        literal.Append(literal.Length == 0 ? "'" : " '").Append(token).Append('\'');
}
