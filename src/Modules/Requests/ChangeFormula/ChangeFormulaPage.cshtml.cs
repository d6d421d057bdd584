using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ChangeFormula;

/// <summary>三率怎么算.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeFormulaPage(ChangeFormulaHandler handler, RequestsDb db, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeFormulaForm Form { get; set; } = new();

    public RateFormula InForce { get; private set; } = null!;

    public IReadOnlyList<RateFormula> Planned { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        Form = new ChangeFormulaForm
        {
            Solved = InForce.SolvedAnswers,
            Satisfied = InForce.SatisfiedGrades,
            Reworks = InForce.CountsReworks,
            Least = Text(InForce.LeastAnswers),
            Response = Text(InForce.ResponseWeight),
            Resolution = Text(InForce.ResolutionWeight),
            Satisfaction = Text(InForce.SatisfactionWeight),
            Floor = Text(InForce.SatisfactionFloor),
            From = ChinaTime.Today(clock),
            Seen = await log.LatestAsync(RateBook.Area, key: null, stop),
        };
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
            return LocalRedirect("/admin/rates");
        }

        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var all = await db.Context.Set<RateFormula>().AsNoTracking().OrderBy(row => row.ValidFrom).ToListAsync(stop);
        (InForce, Planned) = (all.Last(row => row.ValidFrom <= today), [.. all.Where(row => row.ValidFrom > today)]);
        History = new SettingHistory(await log.ListAsync(RateBook.Area, key: null, stop), clock.GetUtcNow());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
