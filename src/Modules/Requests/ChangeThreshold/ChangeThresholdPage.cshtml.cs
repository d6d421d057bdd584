using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChangeThreshold;

/// <summary>A new number, all as text so that a wrong one can be shown again.</summary>
internal sealed class ChangeThresholdForm
{
    public string? Value { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }

    /// <summary>The latest change the administrator saw when he began.</summary>
    public Guid? Seen { get; set; }
}

[Needs(Permission.ManageSettings)]
internal sealed class ChangeThresholdPage(ThresholdQuery query, ChangeThresholdHandler handler, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeThresholdForm Form { get; set; } = new();

    public ThresholdRow Row { get; private set; } = null!;

    public SettingHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop)
    {
        (Form.From, Form.Seen) = (ChinaTime.Today(clock), await log.LatestAsync(Thresholds.Area, key, stop));
        return await ShowAsync(key, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken stop)
    {
        if (!await ShowAsync(key, stop))
        {
            return NotFound();
        }

        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Row.Threshold, Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"“{Row.Threshold.Name}”从 {Form.From:yyyy-MM-dd} 起改好了。");
        return LocalRedirect("/admin/thresholds");
    }

    private async Task<bool> ShowAsync(string key, CancellationToken stop)
    {
        if (await query.FindAsync(key, stop) is not { } found)
        {
            return false;
        }

        (Row, History) = (found, new SettingHistory(await log.ListAsync(Thresholds.Area, key, stop), clock.GetUtcNow()));
        return true;
    }
}
