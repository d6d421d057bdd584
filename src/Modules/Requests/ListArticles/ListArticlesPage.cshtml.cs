using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.ListArticles;

/// <summary>知识库: what the desk knows; for its writers also what is not published yet and what is to be looked through.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class ListArticlesPage(KnowledgeQuery articles, UnitDirectory units, CatalogueBook book, ICurrentActor current, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<UnitId, string> unitNames = new Dictionary<UnitId, string>();

    private IReadOnlyDictionary<string, string> categoryNames = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    /// <summary>work: not published; due: to be looked through; else what is published.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<ArticleRow> Rows { get; private set; } = [];

    public TimeCursor? Next { get; private set; }

    public bool MayWrite { get; private set; }

    /// <summary>Writers and publishers see what is not published.</summary>
    public bool SeesWork { get; private set; }

    public int Due { get; private set; }

    public IReadOnlyList<(string Code, string Name)> Categories { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        Now = clock.GetUtcNow();
        MayWrite = actor.Can(Permission.WriteKnowledge);
        SeesWork = MayWrite || actor.Can(Permission.PublishKnowledge);
        Due = SeesWork ? await articles.DueCountAsync(actor, stop) : 0;
        View = SeesWork && (View is "work" or "due") ? View : null;
        var found = await ListAsync(actor, stop);
        (Rows, Next) = (found.Rows, found.Next);
        Categories = await NamedAsync(stop);
        unitNames = await units.NamesAsync(Rows.Select(row => row.UnitId), stop);
    }

    public string UnitOf(ArticleRow row) => unitNames.GetValueOrDefault(row.UnitId, "原单位");

    public string CategoryOf(ArticleRow row) => categoryNames.GetValueOrDefault(row.Category, row.Category);

    private Task<ArticlePage> ListAsync(Actor actor, CancellationToken stop) => (View, After: TimeCursor.Read(After)) switch
    {
        ("due", var after) => articles.DueAsync(actor, after, stop),
        ("work", var after) => articles.WorkAsync(actor, Search, after, stop),
        (_, var after) => articles.PublishedAsync(everybody: false, Search, Category, after, stop),
    };

    private async Task<IReadOnlyList<(string Code, string Name)>> NamedAsync(CancellationToken stop)
    {
        var all = await book.CategoriesAsync(stop);
        categoryNames = CatalogueBook.Names(all);
        return [.. all.Where(row => row.ParentCode is null).Select(row => (row.Code, row.Name))];
    }
}
