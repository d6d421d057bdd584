using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Domain;
using UnionHall.Requests.MoveService;

namespace UnionHall.Requests.ListCatalogue;

/// <summary>服务目录: categories and services, also those that ended.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListCataloguePage(
    CatalogueBook book, UnitDirectory units, MoveServiceHandler mover, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CatalogueGroup> Groups { get; private set; } = [];

    public DateOnly Today => book.Today;

    public SettingHistory History { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostMoveAsync(string code, bool up, CancellationToken stop)
    {
        var moved = await mover.HandleAsync(await current.GetAsync(stop), code, up, stop);
        if (moved.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            await ShowAsync(stop);
            return Page();
        }

        TempData.Say("顺序改好了。");
        return LocalRedirect("/admin/services");
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var services = await book.ServicesAsync(stop);
        Groups = CatalogueGroup.Of(await book.CategoriesAsync(stop), services, await ReceiversAsync(services, stop), Today);
        History = new SettingHistory(
            await log.ListAsync(CatalogueBook.ServiceArea, key: null, stop), clock.GetUtcNow(), services.ToDictionary(versions => versions.Latest.Code, versions => versions.Latest.Name));
    }

    private async Task<Dictionary<UnitId, UnitSummary>> ReceiversAsync(IEnumerable<ServiceVersions> services, CancellationToken stop)
    {
        var found = new Dictionary<UnitId, UnitSummary>();
        foreach (var unit in services.Select(versions => (versions.On(Today) ?? versions.Latest).Receiver).OfType<UnitId>().Distinct())
        {
            if (await units.FindAsync(unit, stop) is { } known)
            {
                found[unit] = known;
            }
        }

        return found;
    }
}
