using System.Text;
using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.Quotes;

/// <summary>
/// Folds quoted history and signatures away. Answers written between the lines of the other keep those lines: without the
/// question nobody understands them. A letter that would be left without a word is shown whole unless it is a reply.
/// </summary>
internal sealed class QuoteFolder
{
    private readonly IReadOnlyList<BodyLine> lines;
    private readonly bool[] folded;

    private QuoteFolder(IReadOnlyList<BodyLine> lines) => (this.lines, folded) = (lines, new bool[lines.Count]);

    public static FoldedText Fold(IReadOnlyList<BodyLine> lines, MailAddress? sender, bool isReply)
    {
        var folder = new QuoteFolder(lines);
        folder.FoldHistory();
        folder.FoldSignature(sender);
        folder.OpenBetweenTheLines();
        var own = folder.Join(isFolded: false);
        return own.Length == 0 && !isReply
            ? new FoldedText(Text(lines, _ => true), null)
            : new FoldedText(own, folder.Join(isFolded: true) is { Length: > 0 } quoted ? quoted : null);
    }

    private void FoldHistory()
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Mark == LineMark.Tail || (!lines[at].IsQuoted && HistorySigns.StartsTail(lines, at)))
            {
                FoldFrom(WithRuleAbove(at));
                return;
            }

            if (lines[at].IsQuoted)
            {
                folded[at] = true;
            }
            else if (HistorySigns.AttributionLength(lines, at, out var isCertain) is > 0 and var length)
            {
                var next = NextWords(at + length);
                if (next < lines.Count && lines[next].IsQuoted)
                {
                    Array.Fill(folded, true, at, length);
                    at += length - 1;
                }
                else if (isCertain)
                {
                    FoldFrom(at);
                    return;
                }
            }
        }
    }

    private void FoldFrom(int start) => Array.Fill(folded, true, start, lines.Count - start);

    // The line of dashes and the blank lines that lead to the history.
    private int WithRuleAbove(int at)
    {
        var above = LastWords(at - 1);
        // Foxmail writes its user's address under the rule.
        var isAddress = above >= 0 && lines[above].Text is { Length: < 80 } text && text.Contains('@', StringComparison.Ordinal) && !text.Trim().Contains(' ', StringComparison.Ordinal);
        var rule = isAddress ? LastWords(above - 1) : above;
        return rule >= 0 && SignatureSigns.IsRule(lines[rule].Text) ? rule : at;
    }

    private int NextWords(int at)
    {
        while (at < lines.Count && lines[at].IsBlank)
        {
            at++;
        }

        return at;
    }

    private void FoldSignature(MailAddress? sender)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            folded[at] |= lines[at].Mark == LineMark.Signature;
        }

        var own = Enumerable.Range(0, lines.Count).Where(at => !folded[at]).ToList();
        foreach (var at in SignatureFinder.Find([.. own.Select(at => lines[at].Text)], sender))
        {
            folded[own[at]] = true;
        }
    }

    private void OpenBetweenTheLines()
    {
        var last = Array.FindLastIndex(folded, fold => !fold) is >= 0 and var found ? LastWords(found) : -1;
        var blocks = 0;
        var isIn = false;
        for (var at = 0; at < last; at++)
        {
            var opens = folded[at] && lines[at].IsQuoted;
            blocks += opens && !isIn ? 1 : 0;
            isIn = opens || (isIn && (lines[at].IsBlank || folded[at]));
        }

        if (blocks >= 2)
        {
            Array.Fill(folded, false, 0, last);
        }
    }

    private int LastWords(int at)
    {
        while (at >= 0 && (folded[at] || lines[at].IsBlank))
        {
            at--;
        }

        return at;
    }

    private string Join(bool isFolded) => Text(lines, at => folded[at] == isFolded);

    private static string Text(IReadOnlyList<BodyLine> lines, Func<int, bool> takes)
    {
        var text = new StringBuilder();
        var gap = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            if (!takes(at) || lines[at].IsBlank)
            {
                gap = Math.Min(gap + 1, 2);
                continue;
            }

            text.Append('\n', text.Length == 0 ? 0 : gap == 0 ? 1 : 2).Append(lines[at].Text.TrimEnd());
            gap = 0;
        }

        return text.ToString();
    }
}
