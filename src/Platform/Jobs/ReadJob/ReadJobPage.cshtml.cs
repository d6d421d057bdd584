using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Jobs.ReadJob;

[Needs(Permission.ManageSettings)]
internal sealed class ReadJobPage(AppDbContext db, RetryJobHandler retry, DropJobHandler drop, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "写一句为什么，会记在审计里。")]
    [StringLength(200, ErrorMessage = "原因最多 200 个字。")]
    public string Reason { get; set; } = string.Empty;

    public Job Job { get; private set; } = null!;

    public string? Refused { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, stop) is not { } found)
        {
            return NotFound();
        }

        Job = found;
        return Page();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken stop) =>
        ModelState.IsValid ? await AnswerAsync(id, await retry.HandleAsync(await current.GetAsync(stop), id, Reason, stop), stop) : await OnGetAsync(id, stop);

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken stop) =>
        ModelState.IsValid ? await AnswerAsync(id, await drop.HandleAsync(await current.GetAsync(stop), id, Reason, stop), stop) : await OnGetAsync(id, stop);

    private async Task<IActionResult> AnswerAsync(Guid id, Result result, CancellationToken stop)
    {
        Refused = result.Refusal?.Sentence;
        return result.Succeeded ? Redirect("/admin/jobs") : await OnGetAsync(id, stop);
    }
}
