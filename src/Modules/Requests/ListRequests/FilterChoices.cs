using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.ListRequests;

/// <summary>What a list can be narrowed by, and how the chosen words read. All from memory.</summary>
internal sealed class FilterChoices(ServiceCatalogue catalogue, UnitDirectory units)
{
    /// <summary>All that a list can be narrowed by, for this actor.</summary>
    public async Task<FilterFields> FieldsAsync(Actor actor, InboxFilter filter, CancellationToken stop) =>
        new(filter, await UnitsAsync(actor, stop), await CategoriesAsync(stop), await ServicesAsync(stop), actor.Account?.Value.ToString("N") ?? "");

    /// <summary>Units directly below the actor's own.</summary>
    private async Task<IReadOnlyList<(string Value, string Text)>> UnitsAsync(Actor actor, CancellationToken stop)
    {
        var choices = new List<(string Value, string Text)>();
        foreach (var grant in actor.Where(Permission.ReadRequests).Where(grant => grant.WholeSubtree).DistinctBy(grant => grant.Unit))
        {
            choices.AddRange((await units.ChildrenAsync(grant.Unit, stop)).Select(unit => (unit.UnitId.ToString(), unit.ShortName)));
        }

        return choices;
    }

    private async Task<IReadOnlyList<(string Value, string Text)>> CategoriesAsync(CancellationToken stop) =>
        [.. (await catalogue.ListAsync(stop)).Select(service => (service.Category, service.CategoryName)).Distinct().OrderBy(category => category.CategoryName, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<(string Value, string Text)>> ServicesAsync(CancellationToken stop) =>
        [.. (await catalogue.ListAsync(stop)).Select(service => (service.Code, service.Name))];

    /// <summary>The chosen words in Chinese, each with the address of the list without it.</summary>
    public async Task<IReadOnlyList<(string Text, string Without)>> ChipsAsync(InboxFilter filter, CancellationToken stop)
    {
        var services = await catalogue.ListAsync(stop);
        (string Name, string? Text)[] chips =
        [
            ("q", filter.Search is { } search ? $"“{search}”" : null),
            ("state", filter.State?.Chinese()),
            ("type", filter.Type?.Chinese()),
            ("category", filter.Category is { } category ? await catalogue.CategoryNameAsync(category, stop) : null),
            ("service", filter.Service is { } code ? services.FirstOrDefault(service => service.Code == code)?.Name ?? code : null),
            ("channel", filter.Channel?.Chinese()),
            ("visibility", filter.Visibility?.Chinese()),
            ("unit", filter.Unit is { } unit ? (await units.FindAsync(unit, stop))?.ShortName ?? "没有这个单位" : null),
            ("assignee", filter.Assignee is { } assignee ? assignee == Guid.Empty ? "待领" : "指定的经办人" : null),
            ("from", filter.From is { } from ? $"{from:yyyy-MM-dd} 起" : null),
            ("to", filter.To is { } to ? $"到 {to:yyyy-MM-dd}" : null),
        ];
        return [.. chips.Where(chip => chip.Text is not null).Select(chip => (chip.Text!, filter.At(InboxNav.Address, chip.Name)))];
    }

    public static IReadOnlyList<(string Value, string Text)> Of<TEnum>(Func<TEnum, string> words)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => (EnumText.Code(value), words(value)))];
}

/// <summary>One select of the filters.</summary>
internal sealed record FilterChoice(string Name, string Label, IReadOnlyList<(string Value, string Text)> Choices, InboxFilter Filter);

/// <summary>All of them, with what is chosen.</summary>
/// <param name="Me">The reader's own account, as the address writes it.</param>
internal sealed record FilterFields(
    InboxFilter Filter,
    IReadOnlyList<(string Value, string Text)> Units,
    IReadOnlyList<(string Value, string Text)> Categories,
    IReadOnlyList<(string Value, string Text)> Services,
    string Me);
