using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Requests.Acting;

/// <summary>A page whose one form does one thing to one request: done, it says so and goes back; refused, the sentence stands beside what was typed.</summary>
internal abstract class VerbPage<TForm>(ICurrentActor current) : PageModel
    where TForm : class, new()
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>What is said when it is done.</summary>
    protected abstract string Said { get; }

    /// <summary>Where a POST takes it back; null where that cannot be.</summary>
    protected virtual string? Undo => null;

    protected virtual string Back => CasePage.Address(Number);

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        var result = await TakeAsync(actor, stop);
        if (ModelState.IsValid)
        {
            result = result.Succeeded ? await ActAsync(actor, stop) : result;
            if (result.Succeeded)
            {
                TempData.Say(Said, Undo);
                return LocalRedirect(Back);
            }
        }

        if (result.Refusal is { } refusal)
        {
            this.Tell(refusal);
        }

        return await ShowAsync(stop);
    }

    protected ValueTask<Actor> ActorAsync(CancellationToken stop) => current.GetAsync(stop);

    /// <summary>Takes in what a refusal of the rest must not lose.</summary>
    protected virtual Task<Result> TakeAsync(Actor actor, CancellationToken stop) => Task.FromResult(Result.Done);

    protected abstract Task<Result> ActAsync(Actor actor, CancellationToken stop);

    /// <summary>Reads what the page shows. False when there is no such request for this actor.</summary>
    protected abstract Task<bool> FindAsync(Actor actor, CancellationToken stop);

    private async Task<IActionResult> ShowAsync(CancellationToken stop) =>
        await FindAsync(await current.GetAsync(stop), stop) ? Page() : this.CaseNotFound(Number);
}
