using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Knowledge;

/// <summary>A page whose one form does one thing to one article.</summary>
internal abstract class ArticleVerbPage<TForm>(ArticleDesk desk, ICurrentActor current) : PageModel
    where TForm : class, new()
{
    [FromRoute(Name = "id")]
    public Guid Key { get; set; }

    [BindProperty]
    public TForm Form { get; set; } = new();

    public Article Article { get; private set; } = null!;

    /// <summary>What is said when it is done.</summary>
    protected abstract string Said { get; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var result = await ActAsync(await current.GetAsync(stop), stop);
            if (result.Refusal is not { } refusal)
            {
                TempData.Say(Said);
                return LocalRedirect($"/desk/knowledge/{Key}");
            }

            ModelState.Add(refusal);
        }

        return await ShowAsync(stop);
    }

    protected abstract Task<Result> ActAsync(Actor actor, CancellationToken stop);

    /// <summary>What the page shows beside the article.</summary>
    protected virtual Task ReadAsync(Article article, CancellationToken stop) => Task.CompletedTask;

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await desk.FindAsync(Key, stop) is not { } found || !await desk.MayPublishAsync(await current.GetAsync(stop), found, stop))
        {
            return NotFound();
        }

        Article = found;
        await ReadAsync(found, stop);
        return Page();
    }
}
