using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;
using UnionHall.Text;

namespace UnionHall.Requests.CompareArticle;

/// <summary>Two versions of an article beside each other.</summary>
[Needs(Permission.WriteKnowledge)]
internal sealed class CompareArticlePage(ArticleDesk desk, ArticleFiles files, ICurrentActor current, TimeProvider clock) : PageModel
{
    public Article Article { get; private set; } = null!;

    public ArticleVersion Before { get; private set; } = null!;

    public ArticleVersion After { get; private set; } = null!;

    public IReadOnlyList<ChangedLine> Lines { get; private set; } = [];

    public IReadOnlyList<(LineChange Kind, FileSummary File)> Files { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, int? from, int? to, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await desk.FindAsync(id, stop) is not { } found || !(await desk.MayWriteAsync(actor, found, stop) || await desk.MayPublishAsync(actor, found, stop)))
        {
            return NotFound();
        }

        var after = found.Versions.FirstOrDefault(version => version.Number == (to ?? found.Number));
        var before = found.Versions.FirstOrDefault(version => version.Number == (from ?? found.Published ?? 1));
        if (before is null || after is null)
        {
            return NotFound();
        }

        (Article, Before, After) = (found, before, after);
        Lines = TextChange.Lines($"{before.Title}\n{before.Words}", $"{after.Title}\n{after.Words}");
        Files = await CompareAsync(id, before.Number, after.Number, stop);
        return Page();
    }

    private async Task<IReadOnlyList<(LineChange Kind, FileSummary File)>> CompareAsync(Guid id, int from, int to, CancellationToken stop)
    {
        var (old, current) = (await files.OfAsync(id, from, stop), await files.OfAsync(id, to, stop));
        return
        [
            .. old.Select(one => (current.Any(other => other.File.Id == one.File.Id) ? LineChange.Same : LineChange.Removed, one.File)),
            .. current.Where(one => old.All(other => other.File.Id != one.File.Id)).Select(one => (LineChange.Added, one.File)),
        ];
    }
}
