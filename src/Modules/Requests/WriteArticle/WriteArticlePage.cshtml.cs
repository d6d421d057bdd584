using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.WriteArticle;

/// <summary>Writes an article, or writes on.</summary>
[Needs(Permission.WriteKnowledge)]
internal sealed class WriteArticlePage(WriteArticleHandler handler, ArticleDesk desk, ArticleFiles kept, EntryFiles files, CatalogueBook book, RequestSettings settings, ICurrentActor current) : PageModel
{
    [BindProperty]
    public WriteArticleForm Form { get; set; } = new();

    public IReadOnlyList<(string Code, string Name)> Categories { get; private set; } = [];

    public IReadOnlyList<FileSummary> Files { get; private set; } = [];

    /// <summary>Those of the version before.</summary>
    public List<CaseFile> Kept { get; private set; } = [];

    public int FilesMost { get; private set; }

    /// <summary>Set in type instead of sent.</summary>
    public IReadOnlyList<ArticleBlock>? Preview { get; private set; }

    /// <param name="article">The one to write on.</param>
    public async Task<IActionResult> OnGetAsync(Guid? article, CancellationToken stop)
    {
        if (article is { } id)
        {
            if (await desk.FindAsync(id, stop) is not { } found || !await desk.MayWriteAsync(await current.GetAsync(stop), found, stop))
            {
                return NotFound();
            }

            var latest = found.Latest;
            Form = new WriteArticleForm { Article = id, Title = latest.Title, Category = found.Category, Text = latest.Words, ReviewOn = found.ReviewOn > book.Today ? found.ReviewOn : null, Seen = found.Version };
        }
        else
        {
            Form.ReviewOn = book.Today.AddYears(1);
        }

        return await ShowAsync(stop);
    }

    /// <summary>Shows it as it will look; stores nothing.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        await files.TakeAsync(Form, await current.GetAsync(stop), stop);
        ModelState.Clear();
        Preview = ArticleBlocks.Of(Form.Words);
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        ModelState.Clear();
        if ((await files.TakeAsync(Form, actor, stop)).Refusal is { } tooMany)
        {
            ModelState.Add(tooMany);
            return await ShowAsync(stop);
        }

        var (article, refused) = await handler.HandleAsync(actor, Form, stop);
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (article is { } id && ModelState.IsValid)
        {
            TempData.Say(SentNumbers.Said($"{Form.Title}\n{Form.Text}", book.Today) is { } numbers ? $"存下了，还没有发布。{numbers}，不该给人看的去掉。" : "存下了，还没有发布。");
            return LocalRedirect($"/desk/knowledge/{id}");
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var all = await book.CategoriesAsync(stop);
        var names = CatalogueBook.Names(all);
        var tops = all.ToDictionary(row => row.Code, row => row.Position);
        Categories = [.. all.Where(row => row.IsUsed(book.Today)).OrderBy(row => tops[row.ParentCode ?? row.Code]).ThenBy(row => row.ParentCode is not null).ThenBy(row => row.Position).Select(row => (row.Code, names[row.Code]))];
        var actor = await current.GetAsync(stop);
        Files = await files.ShownAsync(Form, actor, stop);
        Kept = Form.Article is { } id && await desk.FindAsync(id, stop) is { } written && await desk.MayWriteAsync(actor, written, stop) ? await kept.OfAsync(id, written.Number, stop) : [];
        FilesMost = (await settings.InForceAsync(stop)).DeskFilesMost;
        return Page();
    }
}
