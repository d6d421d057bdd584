using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.FindKnowledge;

/// <summary>常见问题: what workers may read for themselves.</summary>
internal sealed class FindKnowledgePage(KnowledgeQuery articles, CatalogueBook book) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ArticlePage Found { get; private set; } = null!;

    public IReadOnlyList<(string Code, string Name)> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Found = await articles.PublishedAsync(everybody: true, Search, Category, TimeCursor.Read(After), stop);
        Categories = [.. (await book.CategoriesAsync(stop)).Where(row => row.ParentCode is null && row.IsUsed(book.Today)).Select(row => (row.Code, row.Name))];
    }
}
