using System.Globalization;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Checks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Catalogue;

/// <summary>The model of /Parts/_ServiceFields.cshtml.</summary>
/// <param name="Preview">What would change; null while that has not been asked for.</param>
internal sealed record ServiceFields(ServiceForm Form, IReadOnlyList<(string Code, string Name)> Categories, IReadOnlyList<SettingLine>? Preview)
{
    private const int Blanks = 2;

    public static async Task<ServiceFields> OfAsync(CatalogueBook book, ServiceForm form, IReadOnlyList<SettingLine>? preview, CancellationToken stop)
    {
        if (form.Questions.Count == 0)
        {
            form.AddBlanks(Blanks);
        }

        var categories = await book.CategoriesAsync(stop);
        var names = CatalogueBook.Names(categories);
        var tops = categories.ToDictionary(row => row.Code, row => row.Position, StringComparer.Ordinal);
        return new ServiceFields(
            form,
            [.. categories.Where(row => row.IsUsed(book.Today)).OrderBy(row => tops[row.ParentCode ?? row.Code]).ThenBy(row => row.ParentCode is not null).ThenBy(row => row.Position)
                .Select(row => (row.Code, names[row.Code]))],
            preview);
    }

    /// <summary>A form that shows the service as it is.</summary>
    /// <param name="receiver">The unit that receives first, as it would be typed.</param>
    public static ServiceForm FormOf(Service service, string? receiver, DateOnly today)
    {
        var form = new ServiceForm
        {
            Name = service.Name,
            Kind = EnumText.Code(service.MatterType),
            Category = service.Category,
            Description = service.Description,
            Limit = service.LimitWorkingDays.ToString(CultureInfo.InvariantCulture),
            Urgency = EnumText.Code(service.Urgency),
            RouteTo = service.RouteTo,
            Receiver = receiver,
            Visibility = [.. service.Visibility],
            Questions = [.. ServiceCatalogue.QuestionsOf(service).Select((question, place) => new QuestionForm
            {
                Key = question.Key,
                Label = question.Label,
                Hint = question.Hint,
                Kind = question.Kind,
                Required = question.Required,
                Options = question.Options is { } options ? string.Join('\n', options) : null,
                Place = place + 1,
            })],
            NeedsApproval = service.NeedsApproval,
            Checks = CheckReader.Show(CheckBook.Read(service.Checks)),
            From = service.ValidFrom > today ? service.ValidFrom : today,
            To = service.ValidTo >= today ? service.ValidTo : null,
            Version = service.Id,
        };
        form.AddBlanks(1);
        return form;
    }
}
