using System.Text;

namespace UnionHall.Messaging.Mime;

/// <summary>Reads the mailboxes of a header: names, comments, groups, and what people and programs get wrong.</summary>
internal static class AddressList
{
    private const int LongestPrefix = 100;

    public static IReadOnlyList<MailAddress> Read(string? header)
    {
        var found = new List<MailAddress>();
        var item = new Item();
        foreach (var token in Tokens(header ?? string.Empty))
        {
            switch (token.Kind)
            {
                case TokenKind.Separator:
                    item.MoveTo(found);
                    break;
                case TokenKind.GroupStart when !item.HasAddress:
                    item = new Item();
                    break;
                default:
                    item.Add(token);
                    break;
            }

            if (found.Count >= MailLimits.Addresses)
            {
                return found;
            }
        }

        item.MoveTo(found);
        return found;
    }

    private enum TokenKind
    {
        Text,
        Quoted,
        Comment,
        Angle,
        GroupStart,
        Separator,
    }

    private readonly record struct Token(TokenKind Kind, string Text);

    private static IEnumerable<Token> Tokens(string header)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < header.Length; at++)
        {
            var letter = header[at];
            if (letter is not ('"' or '(' or '<' or ',' or ';' or ':') || (letter == ':' && plain.Length < LongestPrefix && IsInside(plain.ToString())))
            {
                plain.Append(letter);
                continue;
            }

            if (plain.Length > 0)
            {
                yield return new Token(TokenKind.Text, plain.ToString());
                plain.Clear();
            }

            yield return letter switch
            {
                '"' => new Token(TokenKind.Quoted, Until(header, ref at, '"')),
                '(' => new Token(TokenKind.Comment, Comment(header, ref at)),
                '<' => new Token(TokenKind.Angle, Angle(header, ref at)),
                ':' => new Token(TokenKind.GroupStart, ":"),
                _ => new Token(TokenKind.Separator, string.Empty),
            };
        }

        if (plain.Length > 0)
        {
            yield return new Token(TokenKind.Text, plain.ToString());
        }
    }

    // "mailto:" and the colon of a bare IPv6 literal are no group.
    private static bool IsInside(string before) =>
        before.Contains('[', StringComparison.Ordinal) || before.TrimStart().Equals("mailto", StringComparison.OrdinalIgnoreCase);

    private static string Until(string header, ref int at, char end)
    {
        var text = new StringBuilder();
        for (at++; at < header.Length && header[at] != end; at++)
        {
            at += header[at] == '\\' && at + 1 < header.Length ? 1 : 0;
            text.Append(header[at]);
        }

        return text.ToString();
    }

    private static string Comment(string header, ref int at)
    {
        var text = new StringBuilder();
        var depth = 1;
        for (at++; at < header.Length; at++)
        {
            depth += header[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                break;
            }

            at += header[at] == '\\' && at + 1 < header.Length ? 1 : 0;
            text.Append(header[at]);
        }

        return text.ToString();
    }

    private static string Angle(string header, ref int at)
    {
        var end = header.IndexOf('>', at);
        // Without its end it stops where the next mailbox would start.
        var stop = end >= 0 ? end : header.AsSpan(at).IndexOfAny(',', ';') is >= 0 and var comma ? at + comma : header.Length;
        var text = header[(at + 1)..stop];
        at = end >= 0 ? stop : stop - 1;
        return text;
    }

    /// <summary>One mailbox being put together.</summary>
    private sealed class Item
    {
        private readonly StringBuilder words = new();
        private string? angle;
        private string? comment;
        private bool hasAt;

        public bool HasAddress => angle is not null || hasAt;

        public void Add(Token token)
        {
            switch (token.Kind)
            {
                case TokenKind.Angle:
                    angle = angle is { Length: > 0 } ? angle : Bare(token.Text);
                    break;
                case TokenKind.Comment:
                    comment ??= token.Text;
                    break;
                default:
                    words.Append(token.Text);
                    hasAt |= token.Text.Contains('@', StringComparison.Ordinal);
                    break;
            }
        }

        public void MoveTo(List<MailAddress> found)
        {
            var text = words.ToString().Trim();
            var name = angle is not null && text.Length > 0 ? text : comment;
            name = string.IsNullOrWhiteSpace(name) ? null : CleanText.OneLine(EncodedWords.Decode(name));
            if (angle is null && text.Count('@') > 1 && text.AsSpan().IndexOfAny(' ', '\t') >= 0)
            {
                found.AddRange(text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('@', StringComparison.Ordinal)).Select(word => new MailAddress(null, Bare(word))));
            }
            else if (angle is not null ? angle.Length > 0 || name is not null : text.Length > 0)
            {
                var isNameOnly = angle is null && !text.Contains('@', StringComparison.Ordinal);
                found.Add(isNameOnly ? new MailAddress(CleanText.OneLine(EncodedWords.Decode(text)), string.Empty) : new MailAddress(name, angle ?? Bare(text)));
            }

            words.Clear();
            (angle, comment, hasAt) = (null, null, false);
        }

        // Without comments, blanks around the @ and an old route (<@a,@b:c@d>).
        private static string Bare(string address)
        {
            var text = WithoutComments(address);
            text = text.StartsWith('@') && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? text[(colon + 1)..] : text;
            text = CleanText.OneLine(text).Replace(" @ ", "@", StringComparison.Ordinal).Trim('\'', '"');
            return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;
        }

        private static string WithoutComments(string text)
        {
            if (!text.Contains('(', StringComparison.Ordinal))
            {
                return text;
            }

            var kept = new StringBuilder();
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '(')
                {
                    Comment(text, ref at);
                }
                else
                {
                    kept.Append(text[at]);
                }
            }

            return kept.ToString();
        }
    }
}
