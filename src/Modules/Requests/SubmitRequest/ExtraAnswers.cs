using System.Globalization;
using UnionHall.Platform;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Text;

namespace UnionHall.Requests.SubmitRequest;

/// <summary>Reads the answers to a service's extra questions: each by its kind, each refusal at its question.</summary>
internal static class ExtraAnswers
{
    private const int TextMost = 200;
    private const decimal AmountMost = 100_000_000;
    private const int CountMost = 1_000_000;

    /// <summary>The answers given, in the order asked, and what is wrong with the others.</summary>
    public static (List<GivenAnswer> Given, List<Refusal> Refused) Read(IEnumerable<Question> questions, IReadOnlyDictionary<string, string?> typed)
    {
        var (given, refused) = (new List<GivenAnswer>(), new List<Refusal>());
        foreach (var question in questions.Where(question => question.Kind != "file"))
        {
            var text = PlainText.SingleLine(typed.GetValueOrDefault(question.Key));
            var answer = Read(question, text);
            if (answer.Refusal is { } refusal)
            {
                refused.Add(refusal with { Field = $"{nameof(SubmitRequestForm.Answers)}[{question.Key}]" });
            }
            else if (answer.Value!.Length > 0)
            {
                given.Add(new GivenAnswer(question.Label, answer.Value));
            }
        }

        return (given, refused);
    }

    /// <summary>What has to be photographed or attached: all of it goes up in the one field for files, so only their number can be checked.</summary>
    public static IReadOnlyList<string> Papers(IEnumerable<Question> questions) =>
        [.. questions.Where(question => question is { Kind: "file", Required: true }).Select(question => question.Label)];

    /// <param name="most">How many may go up at all.</param>
    public static Refusal? PapersRefusal(IEnumerable<Question> questions, IEnumerable<Guid> files, int most)
    {
        var (papers, count) = (Papers(questions), files.Distinct().Count());
        return count >= Math.Min(papers.Count, most) ? null : new Refusal(
            "papers-missing",
            $"这类事要带上{string.Join('、', papers.Select(paper => $"“{paper}”"))}，{(count == 0 ? "还没有传" : $"现在只有 {count} 个")}。拍张照片传上来再交，写的都还在。",
            nameof(WorkerUploads.Photos));
    }

    private static Result<string> Read(Question question, string text)
    {
        if (text.Length == 0)
        {
            return question.Required ? new Refusal("answer-missing", $"“{question.Label}”还没填。") : text;
        }

        return question.Kind switch
        {
            "choice" => question.Options?.Contains(text) == true ? text : new Refusal("answer-choice", $"“{question.Label}”请从列出的里选一个。"),
            "date" => Date(question, text),
            "amount" => Amount(question, text),
            "count" => Count(question, text),
            _ => PlainText.CountCodePoints(text) is <= TextMost ? text : new Refusal("answer-long", $"“{question.Label}”最多 {TextMost} 个字，长的话写在经过里。"),
        };
    }

    private static Result<string> Date(Question question, string text) =>
        DateOnly.TryParseExact(text.Normalize(System.Text.NormalizationForm.FormKC), ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1950 and <= 2100
            ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
            : new Refusal("answer-date", $"“{question.Label}”要填一天，像 2026-09-18。");

    private static Result<string> Amount(Question question, string text) =>
        decimal.TryParse(Bare(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= AmountMost
            ? $"{amount:#,0.##} 元"
            : new Refusal("answer-amount", $"“{question.Label}”只填数字，单位是元，像 3500。");

    private static Result<string> Count(Question question, string text) =>
        int.TryParse(Bare(text), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= CountMost
            ? count.ToString("#,0", CultureInfo.InvariantCulture)
            : new Refusal("answer-count", $"“{question.Label}”只填数字，像 3。");

    private static string Bare(string text) =>
        text.Normalize(System.Text.NormalizationForm.FormKC).Replace("元", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
