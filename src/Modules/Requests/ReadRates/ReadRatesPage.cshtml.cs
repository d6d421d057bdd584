using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Files.Tables;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadRates;

/// <summary>三率 of a unit and of those below it, in one period.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ReadRatesPage(RateReach reach, RateBook book, ExportRatesHandler exports, ICurrentActor current, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<(string Key, string Name, Func<RateCounts, Rate> Of)> Measures =
        [("resolution", "解决率", counts => counts.Resolution), ("satisfaction", "满意率", counts => counts.Satisfaction), ("response", "响应率", counts => counts.Response)];

    /// <summary>Code of the unit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    /// <summary>By which rate the table is ordered.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public RateTable Table { get; private set; } = null!;

    public (string Key, string Name, Func<RateCounts, Rate> Of) Measure => Measures.FirstOrDefault(one => one.Key == By) is { Key: not null } found ? found : Measures[0];

    public IReadOnlyList<UnitSummary> Path { get; private set; } = [];

    public IReadOnlyList<RatePeriod> Choices { get; private set; } = [];

    public bool MayExport { get; private set; }

    /// <summary>Only then the signs are shown.</summary>
    public bool MaySupervise { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var shown = await ShowAsync(stop);
        return shown is not PageResult ? shown
            : !MayExport ? Forbid()
            : File(await exports.HandleAsync(await current.GetAsync(stop), Table, stop), TableWriter.CsvType, $"三率 {Table.Unit.ShortName} {Table.Period.Name}.csv");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await reach.FindAsync(actor, Unit, stop) is not { } unit)
        {
            return NotFound();
        }

        Now = clock.GetUtcNow();
        var today = ChinaTime.DateOf(Now);
        Table = await book.TableAsync(unit, RatePeriod.Parse(Period, today), stop);
        (Path, Choices) = (await reach.PathAsync(actor, unit, stop), RatePeriod.Choices(today));
        (MayExport, MaySupervise) = (actor.Can(Permission.ExportRequests), actor.Can(Permission.SuperviseRequests));
        return Page();
    }
}
