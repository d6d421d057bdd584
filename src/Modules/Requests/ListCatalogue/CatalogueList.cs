using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ListCatalogue;

/// <summary>A service of the list.</summary>
/// <param name="State">In force, planned or ended, in words.</param>
/// <param name="RouteTo">The unit or level that receives first now.</param>
/// <param name="Gone">The unit the service still names though it was closed; its level receives instead. Null: none.</param>
internal sealed record CatalogueRow(Service Service, string Category, string State, bool IsLive, string RouteTo, string? Gone);

/// <summary>A top category with its services and the categories below it.</summary>
internal sealed record CatalogueGroup(Category Category, bool IsUsed, IReadOnlyList<Category> Below, IReadOnlyList<CatalogueRow> Rows)
{
    public static IReadOnlyList<CatalogueGroup> Of(
        IReadOnlyList<Category> categories, IReadOnlyList<ServiceVersions> services, IReadOnlyDictionary<UnitId, UnitSummary> receivers, DateOnly today)
    {
        var tops = categories.ToDictionary(row => row.Code, row => row.ParentCode ?? row.Code, StringComparer.Ordinal);
        var names = categories.ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        var rows = services.ToLookup(versions => tops[versions.Latest.Category], versions => Row(versions, names, receivers, today));
        return [.. categories.Where(row => row.ParentCode is null)
            .Select(top => new CatalogueGroup(top, top.IsUsed(today), [.. categories.Where(row => row.ParentCode == top.Code)], [.. rows[top.Code]]))];
    }

    private static CatalogueRow Row(ServiceVersions versions, Dictionary<string, string> names, IReadOnlyDictionary<UnitId, UnitSummary> receivers, DateOnly today)
    {
        var latest = versions.Latest;
        var now = versions.On(today);
        var state = (now, latest) switch
        {
            (null, { ValidTo: { } ended }) when ended < today => "停用",
            (null, _) => $"{latest.ValidFrom:yyyy-MM-dd} 起用",
            ({ } current, _) when current != latest => $"{latest.ValidFrom:yyyy-MM-dd} 起换新的",
            (_, { ValidTo: { } last }) => $"用到 {last:yyyy-MM-dd}",
            _ => "在用",
        };
        var shown = now ?? latest;
        var named = shown.Receiver is { } unit ? receivers.GetValueOrDefault(unit) : null;
        var routeTo = named is { IsOpen: true } ? named.Name : RoutingLevels.Chinese(shown.RouteTo);
        return new CatalogueRow(shown, names[latest.Category], state, versions.IsLive(today), routeTo, named is { IsOpen: false } ? named.Name : null);
    }
}
