using System.Text.RegularExpressions;

namespace UnionHall.Text;

/// <summary>What kind of ask it is.</summary>
public enum AskKind
{
    /// <summary>Something he wants to know.</summary>
    Question,

    /// <summary>Something he wants done.</summary>
    Wish,

    /// <summary>A point of a numbered list in which nothing is asked in so many words.</summary>
    Point,
}

/// <summary>One thing that a letter asks.</summary>
/// <param name="Kind">Question, wish or point.</param>
/// <param name="Text">His own words, without the words of asking at their start.</param>
/// <param name="Context">What he said just before, where the ask alone says too little.</param>
public sealed record Ask(AskKind Kind, string Text, string Context);

/// <summary>Splits a letter into what it asks: questions, wishes, numbered points. By marks and turns of phrase; no dictionary, no model.</summary>
/// <remarks>
/// A sentence with a question mark, or with words of asking (想知道, 请问 …) and a word such as 什么时候, is a question; its clauses are
/// questions of their own where each has such a word. A clause that wishes (希望, 要求, 请 …) is a wish. Where a letter
/// numbers its points and asks nothing else, each point is an ask. At most <see cref="Most"/>.
/// </remarks>
public static partial class LetterAsks
{
    /// <summary>More than these nobody answers in one letter.</summary>
    public const int Most = 12;

    private const int ContextEnough = 3;
    private const int LongestShown = 80;

    /// <summary>The asks of a letter, in the order in which they stand; none twice.</summary>
    /// <param name="letter">The worker's own words.</param>
    public static IReadOnlyList<Ask> In(string? letter)
    {
        var asks = new List<Ask>();
        var points = new List<Ask>();
        var before = "";
        foreach (var sentence in Sentence().Matches(PlainText.Clean(letter)).Select(match => match.Value.Trim()).Where(sentence => sentence.Length > 1))
        {
            var isPoint = Number().IsMatch(sentence);
            var bare = Number().Replace(sentence, "");
            var found = Of(bare, before).ToList();
            asks.AddRange(found);
            if (isPoint && found.Count == 0)
            {
                points.Add(new Ask(AskKind.Point, Shown(bare), ""));
            }

            before = bare;
        }

        return [.. (asks.Count == 0 && points.Count > 1 ? points : asks).DistinctBy(ask => ask.Text).Take(Most)];
    }

    private static IEnumerable<Ask> Of(string sentence, string before)
    {
        var clauses = Clause().Split(sentence.TrimEnd('？', '?', '。', '！', '!', '；', ';')).Select(clause => clause.Trim()).Where(clause => clause.Length > 0).ToList();
        var asks = sentence.EndsWith('？') || sentence.EndsWith('?') || Asking().IsMatch(sentence);
        var questions = asks ? clauses.Where(clause => Questioning().IsMatch(clause)).ToList() : [];
        if (asks && questions.Count == 0)
        {
            questions = [clauses[^1]];
        }

        for (var at = 0; at < clauses.Count; at++)
        {
            var context = at > 0 ? clauses[at - 1] : before;
            if (questions.Contains(clauses[at]))
            {
                yield return Make(AskKind.Question, clauses[at], context);
            }
            else if (Wishing().IsMatch(clauses[at]) && !Polite().IsMatch(clauses[at]))
            {
                yield return Make(AskKind.Wish, WithRest(clauses, at, questions), context);
            }
        }
    }

    /// <summary>A wish that says too little goes on into the next clause: 希望领导重视，把微波炉修好.</summary>
    private static string WithRest(List<string> clauses, int at, List<string> questions) =>
        at + 1 < clauses.Count && !questions.Contains(clauses[at + 1]) && !Wishing().IsMatch(clauses[at + 1]) ? $"{clauses[at]}，{clauses[at + 1]}" : clauses[at];

    private static Ask Make(AskKind kind, string clause, string context)
    {
        var text = Shown(Opening().Replace(clause, ""));
        return new Ask(kind, text.Length == 0 ? Shown(clause) : text, Keywords.Of(text).Count < ContextEnough ? context : "");
    }

    private static string Shown(string text) => PlainText.Excerpt(text.Trim('，', ',', '、', ' ', '：', ':', '。', '；', ';'), LongestShown);

    [GeneratedRegex(@"[^。！？!?；;\n]+[。！？!?；;]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[，,：:]|——", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^\s*(第?[一二三四五六七八九十]{1,2}[、是，,]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．)）](?!\d)|[①-⑩])\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"想(知道|问|咨询|了解|请教)|请问|咨询一下|问一下|不知道?(能不能|可不可以|什么时候|怎么|该)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"什么|怎么|怎样|如何|多少|多久|多长|几[个天月年点号次]|哪|谁|为何|是否|能否|可否|何时|能不能|可不可以|会不会|有没有|是不是|该不该|要不要|算不算|吗$|吗\W|呢$|合法性|合理吗", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Questioning();

    [GeneratedRegex(@"希望|盼望|恳请|恳求|请求|要求(?!我|他|她|员工|职工|工人|大家)|建议|强烈要求|请(?!问|假|求)|望(?=尽快|早日|领导|工会|能)|想要|诉求是", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wishing();

    [GeneratedRegex(@"^请?(领导|工会|您)?(多多?)?(谅解|理解|重视|关注|放心|保密|回复|答复)(一下)?$|^谢谢", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Polite();

    [GeneratedRegex(@"^(我(们)?)?(还|就|很|也)?(想(知道|问一下|问问|问|咨询一下|咨询|了解一下|了解|请教)|请问一下|请问|咨询一下|不知道|希望(工会|领导|贵?单位|相关部门|有关部门|你们|您)?(能够|能|可以)?|恳请|要求|建议|请)(：|:|，|,)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
