using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Intake;

/// <summary>The shipped catalogue, put into an empty one: 38 services in ten categories, to be changed by the administrator.</summary>
internal sealed class CatalogueSeed(RequestsDb db) : ISeed
{
    private static readonly DateOnly Start = new(2000, 1, 1);

    public string Table => "service";

    public async Task RunAsync(CancellationToken stop)
    {
        var categories = Categories().ToList();
        db.Categories.AddRange(categories);
        var services = Services().ToList();
        db.Services.AddRange(services);
        db.Context.Happened(new CatalogueSeeded(services.Count, categories.Count));
        await db.SaveAsync(Actor.Platform(ISeed.ActorName), stop);
    }

    private static IEnumerable<Category> Categories()
    {
        var table = HeadedTable.Open(Resource("categories.csv"));
        return table.Rows.ToList().Select((row, place) => new Category
        {
            Code = row.At(table.Find("code")),
            Name = row.At(table.Find("name")),
            ParentCode = row.At(table.Find("parent_code")) is { Length: > 0 } parent ? parent : null,
            Position = place,
            ValidFrom = Start,
        });
    }

    private static IEnumerable<Service> Services() =>
        JsonSerializer.Deserialize<List<Shipped>>(Resource("services.json"), ChangeRecorder.Json)!.Select((shipped, place) => new Service
        {
            Id = Guid.CreateVersion7(),
            Code = shipped.Code,
            Name = shipped.Name,
            Description = shipped.Description,
            MatterType = shipped.MatterType,
            Category = shipped.Category,
            Questions = JsonSerializer.Serialize(shipped.Questions, ChangeRecorder.Json),
            LimitWorkingDays = shipped.LimitWorkingDays,
            Urgency = shipped.Urgency ?? Urgency.Ordinary,
            RouteTo = shipped.RouteTo,
            Visibility = shipped.Visibility,
            ValidFrom = Start,
            Basis = "随软件提供的目录，请按本地派单目录修订",
        }.At(place));

    private static MemoryStream Resource(string name)
    {
        using var resource = typeof(CatalogueSeed).Assembly.GetManifestResourceStream($"defaults/{name}")!;
        var copy = new MemoryStream();
        resource.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private sealed record Shipped(
        string Code, string Name, string Description, MatterType MatterType, string Category, int LimitWorkingDays, string RouteTo, string[] Visibility, Question[] Questions, Urgency? Urgency = null);
}
