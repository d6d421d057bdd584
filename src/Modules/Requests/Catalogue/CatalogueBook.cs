using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Catalogue;

/// <summary>The whole catalogue, all versions, to be shown or changed by administrators.</summary>
internal sealed class CatalogueBook(RequestsDb db, TimeProvider clock)
{
    /// <summary>The areas of the log.</summary>
    public const string ServiceArea = "service";

    public const string CategoryArea = "category";

    public DateOnly Today => ChinaTime.Today(clock);

    /// <summary>Every service, by position.</summary>
    public async Task<IReadOnlyList<ServiceVersions>> ServicesAsync(CancellationToken stop) =>
        [.. (await db.Services.ToListAsync(stop)).GroupBy(row => row.Code).Select(rows => new ServiceVersions(rows)).OrderBy(versions => versions.Latest.Position)];

    public async Task<ServiceVersions?> FindAsync(string code, CancellationToken stop) =>
        await db.Services.Where(row => row.Code == code).ToListAsync(stop) is { Count: > 0 } rows ? new ServiceVersions(rows) : null;

    public async Task<List<Category>> CategoriesAsync(CancellationToken stop) =>
        await db.Categories.OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync(stop);

    /// <summary>A code for something that a city added: local-1, local-2, …</summary>
    public static string NextCode(IEnumerable<string> taken)
    {
        var codes = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => $"local-{number}").First(code => !codes.Contains(code));
    }

    /// <summary>Names as the pages show them: 上级 / 本级.</summary>
    public static IReadOnlyDictionary<string, string> Names(IReadOnlyCollection<Category> categories)
    {
        var names = categories.ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        return categories.ToDictionary(row => row.Code, row => row.ParentCode is { } parent ? $"{names[parent]} / {row.Name}" : row.Name, StringComparer.Ordinal);
    }
}
