using UnionHall.Organisation;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.SubmitRequest;

/// <summary>All that the form shows besides what was typed; completes the form with what follows from its choices.</summary>
internal sealed class SubmitRequestView(ServiceCatalogue catalogue, Destinations destinations, WorkerFiles files, RequestSettings settings, KnowledgeQuery knowledge)
{
    private const int Suggestions = 6;
    private const int Articles = 3;

    public Numbers Numbers { get; private set; } = null!;

    public Service Service { get; private set; } = null!;

    /// <summary>The service he chose; null while he only said the kind.</summary>
    public ServiceSummary? Chosen { get; private set; }

    public IReadOnlyList<ServiceSummary> Services { get; private set; } = [];

    /// <summary>Services whose name or description holds what he typed.</summary>
    public IReadOnlyList<ServiceSummary> FoundServices { get; private set; } = [];

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<Visibility> Visibilities { get; private set; } = [];

    public UnitSummary? Unit { get; private set; }

    public IReadOnlyList<(UnitSummary Unit, string Place)> FoundUnits { get; private set; } = [];

    public IReadOnlyList<UnitSummary> Districts { get; private set; } = [];

    /// <summary>What may already answer it, once he said what it is about.</summary>
    public IReadOnlyList<ArticleRow> Known { get; private set; } = [];

    public Destination? Destination { get; private set; }

    public IReadOnlyList<FileSummary> Files { get; private set; } = [];

    public Visibility Visibility { get; private set; }

    public async Task LoadAsync(SubmitRequestForm form, Actor actor, CancellationToken stop)
    {
        Numbers = await settings.InForceAsync(stop);
        await ChooseServiceAsync(form, stop);
        ChooseVisibility(form);
        await ChooseUnitAsync(form, stop);
        var worksAt = Unit?.UnitId ?? (form.District is { } district ? new UnitId(district) : null);
        Destination = await destinations.FindAsync(Service, worksAt, Visibility, stop, form.Accused);
        Files = await files.ShownAsync(form, actor, stop);
    }

    private async Task ChooseServiceAsync(SubmitRequestForm form, CancellationToken stop)
    {
        Services = await catalogue.ListAsync(stop);
        var typed = form.ServiceSearch?.Trim();
        Chosen = Services.FirstOrDefault(service => service.Code == form.Service && !IsGeneral(service)) ?? Services.FirstOrDefault(service => service.Name == typed);
        FoundServices = Chosen is not null || string.IsNullOrEmpty(typed) ? [] : [.. Services
            .Where(service => !IsGeneral(service) && $"{service.Name} {service.Description} {service.CategoryName}".Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(Suggestions)];
        var kind = EnumText.TryParse<MatterType>(form.Kind) ?? MatterType.Help;
        Service = (Chosen is null ? null : await catalogue.FindAsync(Chosen.Code, stop))
            ?? await catalogue.GeneralAsync(kind, stop)
            ?? throw new InvalidOperationException("The service catalogue is empty.");
        form.Service = Chosen?.Code;
        Known = Chosen is null ? [] : await knowledge.AboutAsync(Service.Category, Articles, stop);
        Questions = ServiceCatalogue.QuestionsOf(Service);
        foreach (var question in Questions)
        {
            form.Answers.TryAdd(question.Key, null);
        }
    }

    /// <summary>What was chosen stays chosen, even where it is not offered any more: the rule says so in words.</summary>
    private void ChooseVisibility(SubmitRequestForm form)
    {
        Visibilities = [.. Service.Visibility.Select(EnumText.Parse<Visibility>)];
        Visibility = EnumText.TryParse<Visibility>(form.Visibility) is { } chosen && Visibilities.Contains(chosen) ? chosen
            : Visibilities.Contains(Visibility.Hidden) ? Visibility.Hidden
            : Visibilities[0];
    }

    private async Task ChooseUnitAsync(SubmitRequestForm form, CancellationToken stop)
    {
        Districts = await destinations.DistrictsAsync(stop);
        Unit = form.WorksAt is { } id ? await destinations.OpenUnitAsync(id, stop) : null;
        if (Unit is not null || string.IsNullOrWhiteSpace(form.UnitSearch))
        {
            return;
        }

        var found = new List<(UnitSummary, string)>();
        foreach (var unit in await destinations.SearchAsync(form.UnitSearch, Suggestions, stop))
        {
            found.Add((unit, await destinations.PlaceOfAsync(unit.UnitId, stop)));
        }

        FoundUnits = found;
    }

    private static bool IsGeneral(ServiceSummary service) => service.Code.StartsWith("general-", StringComparison.Ordinal);
}
