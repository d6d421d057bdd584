using System.Globalization;
using UnionHall.Platform;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Data;
using UnionHall.Text;

namespace UnionHall.Requests.Catalogue;

/// <summary>Reads a service form; every refusal at its field.</summary>
internal sealed class ServiceReader(IReadOnlyCollection<string> categories, DateOnly today)
{
    public const int MostQuestions = 12;
    private const int NameMost = 20;
    private const int DescriptionMost = 100;
    private const int LimitMost = 180;

    private readonly List<Refusal> refused = [];

    /// <summary>The draft, or what is wrong with the form.</summary>
    public static (ServiceDraft? Draft, IReadOnlyList<Refusal> Refused) Read(ServiceForm form, IReadOnlyCollection<string> categories, DateOnly today)
    {
        var reader = new ServiceReader(categories, today);
        var draft = reader.Draft(form);
        return reader.refused.Count == 0 ? (draft, []) : (null, reader.refused);
    }

    private ServiceDraft Draft(ServiceForm form)
    {
        var from = Take(Basis.ReadDay(form.From, today));
        var (questions, wrong) = QuestionReader.Read(form.Questions);
        refused.AddRange(wrong);
        var (checks, wrongCheck) = CheckReader.Read(form.Checks);
        refused.AddRange(wrongCheck is null ? [] : [wrongCheck]);
        return new ServiceDraft(
            Text(form.Name, 2, NameMost, "名称", nameof(form.Name)),
            EnumText.TryParse<MatterType>(form.Kind) ?? Refuse<MatterType>("kind-missing", "选一下是哪一类诉求。", nameof(form.Kind)),
            categories.Contains(form.Category) ? form.Category! : Refuse<string>("category-missing", "选一个类别。", nameof(form.Category))!,
            Text(form.Description, 4, DescriptionMost, "说明", nameof(form.Description)),
            Limit(form.Limit),
            EnumText.TryParse<Urgency>(form.Urgency) ?? Urgency.Ordinary,
            RoutingLevels.All.Any(level => level.Code == form.RouteTo) ? form.RouteTo! : Refuse<string>("route-missing", "选一下由哪一级先收。", nameof(form.RouteTo))!,
            Visibilities(form),
            questions,
            form.NeedsApproval,
            checks,
            from,
            To(form.To, from),
            Take(Basis.Read(form.Basis))!);
    }

    private string Text(string? typed, int least, int most, string what, string field)
    {
        var text = PlainText.SingleLine(typed);
        var count = PlainText.CountCodePoints(text);
        return count == 0 ? Refuse<string>("text-missing", $"{what}还没填。", field)!
            : count < least ? Refuse<string>("text-short", $"{what}太短，至少 {least} 个字。", field)!
            : count > most ? Refuse<string>("text-long", $"{what}最多 {most} 个字，现在 {count} 个。", field)!
            : text;
    }

    private int Limit(string? typed) =>
        int.TryParse(PlainText.SingleLine(typed).Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= LimitMost
            ? days
            : Refuse<int>("limit", $"期限要填 1 到 {LimitMost} 之间的整数，单位是工作日。", nameof(ServiceForm.Limit));

    private Visibility[] Visibilities(ServiceForm form)
    {
        var chosen = Enum.GetValues<Visibility>().Where(visibility => form.Visibility.Contains(EnumText.Code(visibility))).ToArray();
        if (form.Kind == EnumText.Code(MatterType.Report) && chosen.Contains(Visibility.Named))
        {
            return Refuse<Visibility[]>("report-named", "举报不能实名公开给办事的人：勾对本单位保密、匿名就行，写不写姓名由职工定。", nameof(ServiceForm.Visibility))!;
        }

        return chosen.Length > 0 ? chosen : Refuse<Visibility[]>("visibility-missing", "至少选一种，不然没有人能交这一类。", nameof(ServiceForm.Visibility))!;
    }

    private DateOnly? To(DateOnly? to, DateOnly from) =>
        to < from ? Refuse<DateOnly?>("to-early", "最后一天不能早于开始的那天。", nameof(ServiceForm.To)) : to;

    private T? Take<T>(Result<T> read)
    {
        if (read.Refusal is { } refusal)
        {
            refused.Add(refusal);
        }

        return read.Value;
    }

    private T? Refuse<T>(string code, string sentence, string field)
    {
        refused.Add(new Refusal(code, sentence, field));
        return default;
    }
}
