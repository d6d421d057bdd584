using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.SubmitRequest;

namespace UnionHall.Requests.Open311;

/// <summary>
/// What can be filed by Open311: the services of the catalogue that may be told by name, without reports, petitions and those that need papers.
/// </summary>
internal sealed class PublicServices(ServiceCatalogue catalogue, RequestsDb db, SettingLog log, TimeProvider clock)
{
    /// <summary>The attribute by which who files agrees that words and answer are public.</summary>
    public const string Publish = "publish";

    public const string Yes = "yes";

    private const string Note =
        "交来的事由工会经办。对外只公开办到哪一步；下面同意公开的，原话和答复隐去号码和称呼后也公开。姓名、电话、地址从不公开。原话里请不要写人名和住处。";

    public async Task<IReadOnlyList<ServiceSummary>> ListAsync(CancellationToken stop)
    {
        var fit = new List<ServiceSummary>();
        foreach (var service in await catalogue.ListAsync(stop))
        {
            if (await FindAsync(service.Code, stop) is not null)
            {
                fit.Add(service);
            }
        }

        return fit;
    }

    public async Task<Service?> FindAsync(string code, CancellationToken stop) => await catalogue.FindAsync(code, stop) is { } service && IsFit(service) ? service : null;

    public Open311Document List(IEnumerable<ServiceSummary> services) => new("services", new Several("service", [.. services.Select(service => (object)new List<Part>
    {
        new("service_code", service.Code),
        new("service_name", service.Name),
        new("description", service.Description),
        new("metadata", true),
        new("type", "realtime"),
        new("keywords", string.Join(',', service.CategoryName.Split(" / ").Append(service.MatterType.Chinese()))),
        new("group", service.CategoryName),
    })]));

    public Open311Document Definition(Service service)
    {
        var attributes = new List<object> { Attribute("note", 1, "string", Note, required: false, variable: false) };
        foreach (var question in ServiceCatalogue.QuestionsOf(service).Where(question => question.Kind != "file"))
        {
            attributes.Add(Of(question, attributes.Count + 1));
        }

        attributes.Add(Attribute(
            Publish, attributes.Count + 1, "singlevaluelist", "原话和答复可以公开吗？", required: false,
            values: [(Yes, "可以，隐去号码和称呼后公开"), ("no", "不可以，只公开办到哪一步")], hint: "不选就是不可以"));
        return new Open311Document("service_definition", new List<Part> { new("service_code", service.Code), new("attributes", new Several("attribute", attributes)) });
    }

    /// <summary>When the list or a definition last changed; changes of a service come into force on a day.</summary>
    public async Task<DateTimeOffset> ChangedAtAsync(CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var from = await db.Services.Where(row => row.ValidFrom <= today).MaxAsync(row => (DateOnly?)row.ValidFrom, stop);
        var to = await db.Services.Where(row => row.ValidTo < today).MaxAsync(row => row.ValidTo, stop);
        var steps = await log.ListAsync(CatalogueBook.ServiceArea, key: null, stop);
        DateTimeOffset?[] moments = [from is { } first ? ChinaTime.StartOf(first) : null, to is { } last ? ChinaTime.StartOf(last.AddDays(1)) : null, steps.Count > 0 ? steps[0].At : null];
        return moments.Max() ?? clock.GetUtcNow();
    }

    private static bool IsFit(Service service) =>
        PublicFiling.IsFit(service.MatterType) && service.Visibility.Contains(EnumText.Code(Visibility.Named)) && ExtraAnswers.Papers(ServiceCatalogue.QuestionsOf(service)).Count == 0;

    private static List<Part> Of(Question question, int order) => question.Kind switch
    {
        "choice" => Attribute(question.Key, order, "singlevaluelist", question.Label, question.Required, values: [.. (question.Options ?? []).Select(option => (option, option))], hint: question.Hint),
        "date" => Attribute(question.Key, order, "datetime", question.Label, question.Required, hint: question.Hint ?? "哪一天"),
        "amount" => Attribute(question.Key, order, "number", question.Label, question.Required, hint: question.Hint ?? "单位是元"),
        "count" => Attribute(question.Key, order, "number", question.Label, question.Required, hint: question.Hint),
        _ => Attribute(question.Key, order, "string", question.Label, question.Required, hint: question.Hint),
    };

    private static List<Part> Attribute(
        string code, int order, string datatype, string description, bool required, bool variable = true, IReadOnlyList<(string Key, string Name)>? values = null, string? hint = null)
    {
        var parts = new List<Part>
        {
            new("variable", variable),
            new("code", code),
            new("datatype", datatype),
            new("required", required),
            new("datatype_description", hint),
            new("order", order),
            new("description", description),
        };
        if (values is not null)
        {
            parts.Add(new("values", new Several("value", [.. values.Select(value => (object)new List<Part> { new("key", value.Key), new("name", value.Name) })])));
        }

        return parts;
    }
}
