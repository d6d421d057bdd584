using UnionHall.Platform;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Text;

namespace UnionHall.Requests.Templates;

/// <summary>A template as typed.</summary>
internal class TemplateForm
{
    public const int NameMost = 30;

    public const int WordsMost = 2000;

    public string? Name { get; set; }

    public string? Use { get; set; }

    /// <summary>Code of a service, or empty.</summary>
    public string? Service { get; set; }

    public string? Words { get; set; }

    public void Show(TemplateText text) => (Name, Use, Service, Words) = (text.Name, EnumText.Code(text.Use), text.Service, text.Words);

    /// <summary>What was typed, or all that is wrong with it.</summary>
    public async Task<(TemplateText? Text, List<Refusal> Refused)> ReadAsync(ServiceCatalogue services, DateOnly today, CancellationToken stop)
    {
        var refused = new List<Refusal>();
        var (name, words) = (PlainText.SingleLine(Name), PlainText.Clean(Words));
        var use = EnumText.TryParse<TemplateUse>(Use);
        var service = PlainText.SingleLine(Service) is { Length: > 0 } code ? code : null;
        Check(name.Length > 0, "name-missing", "名称还没写。写几个字，一看就知道什么时候用。", nameof(Name));
        Check(PlainText.CountCodePoints(name) <= NameMost, "name-long", $"名称最多 {NameMost} 个字。", nameof(Name));
        Check(use is not null, "use-missing", "选一下用在哪里。", nameof(Use));
        Check(service is null || await services.FindAsync(service, stop) is not null, "service-unknown", "没有这个事项。", nameof(Service));
        Check(words.Length > 0, "words-missing", "内容还没写。", nameof(Words));
        Check(PlainText.CountCodePoints(words) <= WordsMost, "words-long", $"内容最多 {WordsMost:#,0} 个字。", nameof(Words));
        Check(SentNumbers.Said(words, today) is null, "words-numbers", $"{SentNumbers.Said(words, today)}。模板是给许多人用的，去掉，或写成 {{填：电话}}。", nameof(Words));
        refused.AddRange(TemplatePlaces.Unknown(words, nameof(Words)) is { } unknown ? [unknown] : Array.Empty<Refusal>());
        return (refused.Count > 0 ? null : new TemplateText(use!.Value, service, name, words), refused);

        void Check(bool isFine, string refusal, string sentence, string field)
        {
            if (!isFine)
            {
                refused.Add(new Refusal(refusal, sentence, field));
            }
        }
    }
}

/// <summary>The model of /Parts/_TemplateFields.cshtml.</summary>
internal sealed record TemplateFields(TemplateForm Form, IReadOnlyList<ServiceSummary> Services);
