using UnionHall.Platform;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Catalogue;

/// <summary>Reads the extra questions of a service form, in their places; those without a label are left out.</summary>
internal static class QuestionReader
{
    private const int LabelMost = 40;
    private const int HintMost = 60;
    private const int OptionMost = 30;
    private const int OptionsMost = 12;

    public static (IReadOnlyList<Question> Questions, IReadOnlyList<Refusal> Refused) Read(IReadOnlyList<QuestionForm> forms)
    {
        var (questions, refused) = (new List<(int Place, Question Question)>(), new List<Refusal>());
        var keys = forms.Select(form => form.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (place, form) in forms.Index().Where(form => PlainText.SingleLine(form.Item.Label).Length > 0))
        {
            var read = Read(form, $"{nameof(ServiceForm.Questions)}[{place}].");
            if (read.Refusal is { } refusal)
            {
                refused.Add(refusal);
            }
            else if (questions.Any(other => other.Question.Label == read.Value!.Label))
            {
                refused.Add(new Refusal("question-twice", $"“{read.Value!.Label}”问了两遍，留一个。", $"{nameof(ServiceForm.Questions)}[{place}].{nameof(form.Label)}"));
            }
            else
            {
                questions.Add((form.Place ?? int.MaxValue, read.Value! with { Key = string.IsNullOrEmpty(form.Key) ? NewKey(keys) : form.Key }));
            }
        }

        return ([.. questions.OrderBy(row => row.Place).Select(row => row.Question)], refused);
    }

    private static Result<Question> Read(QuestionForm form, string at)
    {
        var (label, hint) = (PlainText.SingleLine(form.Label), PlainText.SingleLine(form.Hint));
        if (PlainText.CountCodePoints(label) > LabelMost)
        {
            return new Refusal("question-long", $"一个问题最多 {LabelMost} 个字。", at + nameof(form.Label));
        }

        if (PlainText.CountCodePoints(hint) > HintMost)
        {
            return new Refusal("hint-long", $"提示最多 {HintMost} 个字。", at + nameof(form.Hint));
        }

        if (!QuestionKinds.All.Any(kind => kind.Code == form.Kind))
        {
            return new Refusal("question-kind", $"选一下“{label}”怎么填。", at + nameof(form.Kind));
        }

        var options = Options(form.Options);
        var wrong = form.Kind != "choice" ? null
            : options.Length < 2 ? "至少写两个选项，一行一个。"
            : options.Length > OptionsMost ? $"选项最多 {OptionsMost} 个。"
            : options.Any(option => PlainText.CountCodePoints(option) > OptionMost) ? $"一个选项最多 {OptionMost} 个字。"
            : null;
        return wrong is null
            ? new Question("", label, hint.Length > 0 ? hint : null, form.Kind!, form.Required, form.Kind == "choice" ? options : null)
            : new Refusal("question-options", wrong, at + nameof(form.Options));
    }

    private static string[] Options(string? typed) =>
        [.. (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(PlainText.SingleLine).Where(option => option.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string NewKey(HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add($"q{number}"))
        {
            number++;
        }

        return $"q{number}";
    }
}
