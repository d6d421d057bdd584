using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReadKnowledge;

/// <summary>A public article, and whether it was useful.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
internal sealed class ReadKnowledgePage(RequestsDb db, JudgeArticleHandler handler, KnowledgeQuery articles, UnitDirectory units, ArticleFiles files, ICurrentActor current, TimeProvider clock) : PageModel
{
    private const int Near = 3;

    [BindProperty]
    public JudgeArticleForm Form { get; set; } = new();

    public Article Article { get; private set; } = null!;

    public ArticleVersion Shown { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public List<CaseFile> Files { get; private set; } = [];

    public IReadOnlyList<ArticleRow> Others { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShowAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var result = await handler.HandleAsync(await current.GetAsync(stop), ReaderToken.Of(HttpContext), id, Form, stop);
        if (result.Refusal is not { } refusal)
        {
            TempData.Say(Form.Useful == true ? "谢谢，记下了。" : "记下了，写的同志会看到。要人帮忙，可以直接说一件事。");
            return LocalRedirect($"/knowledge/{id}");
        }

        ModelState.Add(refusal);
        return await ShowAsync(id, stop);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken stop)
    {
        if (await db.Articles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Published != null && row.Audience == ArticleAudience.Everybody, stop) is not { } found)
        {
            return NotFound();
        }

        Article = found;
        Shown = await db.ArticleVersions.AsNoTracking().SingleAsync(version => version.ArticleId == id && version.Number == found.Published, stop);
        Unit = (await units.FindAsync(found.UnitId, stop))?.Name ?? "工会";
        Files = await files.OfAsync(id, Shown.Number, stop);
        Others = [.. (await articles.AboutAsync(found.Category, Near + 1, stop)).Where(row => row.Id != id).Take(Near)];
        return Page();
    }
}
