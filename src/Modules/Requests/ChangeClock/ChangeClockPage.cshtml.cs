using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Data;
using UnionHall.Requests.ListClocks;

namespace UnionHall.Requests.ChangeClock;

[Needs(Permission.ManageSettings)]
internal sealed class ChangeClockPage(ClockBook book, ChangeClockHandler handler, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeClockForm Form { get; set; } = new();

    public ClockRuleRow Row { get; private set; } = null!;

    public SettingHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid rule, CancellationToken stop)
    {
        if (!await ShowAsync(rule, stop))
        {
            return NotFound();
        }

        Form = new ChangeClockForm
        {
            Amount = Text(Row.Rule.Amount),
            Unit = EnumText.Code(Row.Rule.Unit),
            Extension = Text(Row.Rule.ExtensionAmount),
            Times = Text(Row.Rule.ExtensionTimes),
            Excludes = Row.Rule.Excludes,
            From = book.Today,
            Seen = await log.LatestAsync(ClockBook.RuleArea, ClockBook.KeyOf(Row.Rule), stop),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid rule, CancellationToken stop)
    {
        if (!await ShowAsync(rule, stop))
        {
            return NotFound();
        }

        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Row.Rule, Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"“{Row.Name}”从 {Form.From:yyyy-MM-dd} 起改好了。");
        return LocalRedirect($"/admin/clocks?profile={Row.Rule.Profile}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> ShowAsync(Guid rule, CancellationToken stop)
    {
        if (await book.FindAsync(rule, stop) is not { } found)
        {
            return false;
        }

        (Row, History) = (found, new SettingHistory(await log.ListAsync(ClockBook.RuleArea, ClockBook.KeyOf(found.Rule), stop), clock.GetUtcNow()));
        return true;
    }
}
