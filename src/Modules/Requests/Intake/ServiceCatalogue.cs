using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Intake;

/// <summary>The services in force today. Kept for half a minute: the catalogue changes by an administrator's hand only.</summary>
internal sealed class ServiceCatalogue(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private volatile Loaded? loaded;

    public async ValueTask<IReadOnlyList<ServiceSummary>> ListAsync(CancellationToken stop) => (await LoadAsync(stop)).Summaries;

    public async ValueTask<Service?> FindAsync(string code, CancellationToken stop) =>
        (await LoadAsync(stop)).Services.FirstOrDefault(service => service.Code == code);

    /// <summary>The service for someone who only said what kind of thing it is.</summary>
    public async ValueTask<Service?> GeneralAsync(MatterType type, CancellationToken stop) =>
        await FindAsync($"general-{EnumText.Code(type)}", stop) ?? (await LoadAsync(stop)).Services.FirstOrDefault(service => service.MatterType == type);

    public static IReadOnlyList<Question> QuestionsOf(Service service) => JsonSerializer.Deserialize<Question[]>(service.Questions, ChangeRecorder.Json)!;

    /// <summary>The name of a category, "上级 / 本级" where it has a parent.</summary>
    public async ValueTask<string> CategoryNameAsync(string code, CancellationToken stop) => (await LoadAsync(stop)).Categories.GetValueOrDefault(code, code);

    /// <summary>Top categories as they are shown, in their order.</summary>
    public async ValueTask<IReadOnlyList<string>> TopCategoriesAsync(CancellationToken stop) => (await LoadAsync(stop)).Tops;

    public void Forget() => loaded = null;

    private async ValueTask<Loaded> LoadAsync(CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        if (loaded is not { } current || clock.GetElapsedTime(current.At, now) > Keep)
        {
            loaded = current = await ReadAsync(now, stop);
        }

        return current;
    }

    private async Task<Loaded> ReadAsync(long at, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var today = ChinaTime.Today(clock);
        var services = await db.Services.AsNoTracking().Where(row => row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today))
            .OrderBy(row => row.Position).ThenBy(row => row.Code).ToListAsync(stop);
        var rows = await db.Categories.AsNoTracking().ToListAsync(stop);
        var names = rows.ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        var categories = rows.ToDictionary(
            row => row.Code, row => row.ParentCode is { } parent ? $"{names[parent]} / {row.Name}" : row.Name, StringComparer.Ordinal);
        var tops = rows.Where(row => row.ParentCode is null).OrderBy(row => row.Position).Select(row => row.Name).ToList();
        return new Loaded(services, [.. services.Select(row => Summary(row, categories))], categories, tops, at);
    }

    private static ServiceSummary Summary(Service row, Dictionary<string, string> categories) => new(
        row.Code, row.Name, row.Description, row.MatterType, row.Category, categories[row.Category], row.LimitWorkingDays,
        [.. row.Visibility.Select(EnumText.Parse<Visibility>)]);

    private sealed record Loaded(IReadOnlyList<Service> Services, IReadOnlyList<ServiceSummary> Summaries, IReadOnlyDictionary<string, string> Categories, IReadOnlyList<string> Tops, long At);
}
