using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadBulletin;

/// <summary>通报 of a period: to be read, printed and taken along as a Word file.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ReadBulletinPage(RateReach reach, BulletinQuery query, RequestsDb db, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    public Bulletin Bulletin { get; private set; } = null!;

    public IReadOnlyList<RatePeriod> Choices { get; private set; } = [];

    public bool MayExport { get; private set; }

    public string AsOf { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var shown = await ShowAsync(stop);
        if (shown is not PageResult || !MayExport)
        {
            return shown is PageResult ? Forbid() : shown;
        }

        db.Context.Happened(new BulletinExported(Bulletin.Unit.UnitId, Bulletin.Period.Key));
        await db.SaveAsync(await current.GetAsync(stop), stop);
        return File(BulletinDocument.Write(Bulletin, AsOf), BulletinDocument.Type, $"通报 {Bulletin.Unit.ShortName} {Bulletin.Period.Name}.docx");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await reach.FindAsync(actor, Unit, stop) is not { } unit)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        var today = ChinaTime.DateOf(now);
        Bulletin = await query.OfAsync(unit, RatePeriod.Parse(Period, today), stop);
        (Choices, MayExport) = (RatePeriod.Choices(today), actor.Can(Permission.ExportRequests));
        AsOf = ChinaTime.In(now).ToString("yyyy年M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }
}
