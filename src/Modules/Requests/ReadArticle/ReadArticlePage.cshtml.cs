using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ReadArticle;

[Needs(Permission.ReadRequests)]
internal sealed class ReadArticlePage(ArticleQuery articles, ICurrentActor current, TimeProvider clock) : PageModel
{
    public ArticleView View { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, int? version, CancellationToken stop)
    {
        if (await articles.FindAsync(await current.GetAsync(stop), id, version, stop) is not { } found)
        {
            return NotFound();
        }

        View = found;
        return Page();
    }
}
