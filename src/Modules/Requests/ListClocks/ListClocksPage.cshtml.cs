using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ListClocks;

/// <summary>时限规则: how long everything may take, city by city.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListClocksPage(ClockBook book, SettingLog log, TimeProvider clock) : PageModel
{
    /// <summary>The profile looked at; the one in force when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Profile { get; set; }

    public IReadOnlyList<ClockRuleRow> Rows { get; private set; } = [];

    public IReadOnlyList<ClockProfile> Profiles { get; private set; } = [];

    public string Shown { get; private set; } = "";

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Profiles = await book.ProfilesAsync(stop);
        Shown = ClockProfiles.All.Any(profile => profile.Code == Profile) ? Profile! : Profiles[0].Profile;
        Rows = await book.ListAsync(Shown, stop);
        var steps = (await log.ListAsync(ClockBook.RuleArea, key: null, stop)).Concat(await log.ListAsync(ClockBook.ProfileArea, key: null, stop)).OrderByDescending(step => step.At).ToList();
        History = new SettingHistory(steps, clock.GetUtcNow());
    }
}
