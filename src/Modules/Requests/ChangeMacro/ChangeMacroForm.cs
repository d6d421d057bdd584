using UnionHall.Platform;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.ChangeMacro;

/// <summary>A macro as typed.</summary>
internal sealed class ChangeMacroForm
{
    private const int NameMost = 20;
    private const int WordsMost = 300;

    public const int StepsMost = 5;

    /// <summary>The code of the macro; none: a new one.</summary>
    public string? Macro { get; set; }

    public string? Name { get; set; }

    public List<StepForm> Steps { get; set; } = [];

    /// <summary>From the day on it is not offered any more.</summary>
    public bool Ends { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }

    /// <summary>The version the administrator saw when he began.</summary>
    public Guid? Version { get; set; }

    public void Show(Macro macro)
    {
        (Macro, Name, Ends, Version) = (macro.Code, macro.Name, !macro.IsUsed, macro.Id);
        Steps = [.. macro.Each.Select(step => new StepForm { Act = EnumText.Code(step.Act), Words = step.Words, Urgency = step.Urgency is { } urgency ? EnumText.Code(urgency) : null })];
    }

    /// <summary>What was typed, and all that is wrong with it.</summary>
    public (string Name, IReadOnlyList<MacroStep> Steps, List<Refusal> Refused) Read()
    {
        var (name, steps, refused) = (PlainText.SingleLine(Name), new List<MacroStep>(), new List<Refusal>());
        Check(name.Length > 0, "name-missing", "名称还没写。", nameof(Name));
        Check(PlainText.CountCodePoints(name) <= NameMost, "name-long", $"名称最多 {NameMost} 个字。", nameof(Name));
        foreach (var (place, form) in Steps.Index().Where(step => !string.IsNullOrEmpty(step.Item.Act)))
        {
            var (act, words, urgency) = (EnumText.TryParse<MacroAct>(form.Act), PlainText.Clean(form.Words), EnumText.TryParse<Urgency>(form.Urgency));
            Check(act is not null, "act-unknown", "没有这一步，重新选。", $"{nameof(Steps)}[{place}].{nameof(form.Act)}");
            Check(act is not { } known || !known.HasWords() || words.Length > 0, "words-missing", $"“{act?.Chinese()}”要写一句。", $"{nameof(Steps)}[{place}].{nameof(form.Words)}");
            Check(PlainText.CountCodePoints(words) <= WordsMost, "words-long", $"最多 {WordsMost} 个字。", $"{nameof(Steps)}[{place}].{nameof(form.Words)}");
            Check(act != MacroAct.SetUrgency || urgency is not null, "urgency-missing", "选一下改成什么。", $"{nameof(Steps)}[{place}].{nameof(form.Urgency)}");
            if (act is { } step)
            {
                steps.Add(new MacroStep(step, step.HasWords() ? words : null, step == MacroAct.SetUrgency ? urgency : null));
            }
        }

        Check(steps.Count > 0, "steps-missing", "至少选一步。", $"{nameof(Steps)}[0].{nameof(StepForm.Act)}");
        return (name, steps, refused);

        void Check(bool isFine, string code, string sentence, string field)
        {
            if (!isFine)
            {
                refused.Add(new Refusal(code, sentence, field));
            }
        }
    }
}

/// <summary>One step as typed; without an act it is left out.</summary>
internal sealed class StepForm
{
    public string? Act { get; set; }

    public string? Words { get; set; }

    public string? Urgency { get; set; }
}
