using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Sampling;

namespace UnionHall.Requests.ChangeSampling;

/// <summary>Another share for one kind, or a rule for one unit or service only.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeSamplingPage(ChangeSamplingHandler handler, SamplingBook book, UnitDirectory units, ServiceCatalogue catalogue, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeSamplingForm Form { get; set; } = new();

    /// <summary>The rule to start from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Rule { get; set; }

    public IReadOnlyList<ServiceSummary> Services { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var found = (await book.ListAsync(stop)).FirstOrDefault(row => row.Rule.Id == Rule)?.Rule;
        Form = new ChangeSamplingForm
        {
            Reason = found is null ? null : EnumText.Code(found.Reason),
            Service = found?.Service,
            Unit = found?.UnitId is { } unit ? (await units.FindAsync(unit, stop))?.Code : null,
            Percent = Text(found?.Percent ?? 100),
            Wait = Text(found?.WaitDays ?? 0),
            Days = Text(found?.WorkingDays ?? 3),
            From = ChinaTime.Today(clock),
            Seen = await log.LatestAsync(SamplingBook.Area, key: null, stop),
        };
        await ListAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (ModelState.IsValid)
        {
            TempData.Say($"从 {Form.From:yyyy-MM-dd} 起改好了。");
            return LocalRedirect("/admin/follow-ups");
        }

        await ListAsync(stop);
        return Page();
    }

    private async Task ListAsync(CancellationToken stop) => Services = await catalogue.ListAsync(stop);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
