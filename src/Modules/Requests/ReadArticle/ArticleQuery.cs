using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace UnionHall.Requests.ReadArticle;

/// <summary>Reads an article for somebody of the desk: who may not write it sees what is published.</summary>
internal sealed class ArticleQuery(ArticleDesk desk, RequestsDb db, ArticleFiles files, UnitDirectory units, CatalogueBook book)
{
    private const int OpinionsMost = 10;

    /// <param name="number">The version to show; null: the latest for writers, the published one for others.</param>
    public async Task<ArticleView?> FindAsync(Actor actor, Guid id, int? number, CancellationToken stop)
    {
        if (await desk.FindAsync(id, stop) is not { } article)
        {
            return null;
        }

        var (mayWrite, mayPublish) = (await desk.MayWriteAsync(actor, article, stop), await desk.MayPublishAsync(actor, article, stop));
        if (!mayWrite && !mayPublish)
        {
            number = article.Published;
        }

        if (article.Versions.FirstOrDefault(version => version.Number == (number ?? article.Number)) is not { } shown || (article.Published is null && !mayWrite && !mayPublish))
        {
            return null;
        }

        return new ArticleView
        {
            Article = article,
            Shown = shown,
            MayWrite = mayWrite,
            MayPublish = mayPublish,
            Unit = (await units.FindAsync(article.UnitId, stop))?.Name ?? "原单位",
            Category = CatalogueBook.Names(await book.CategoriesAsync(stop)).GetValueOrDefault(article.Category, article.Category),
            Files = await files.OfAsync(id, shown.Number, stop),
            Tally = await db.Tallies.AsNoTracking().SingleOrDefaultAsync(tally => tally.ArticleId == id, stop),
            Opinions = await db.Opinions.AsNoTracking().Where(opinion => opinion.ArticleId == id && opinion.Words != null).OrderByDescending(opinion => opinion.Id).Take(OpinionsMost).ToListAsync(stop),
        };
    }
}

/// <summary>An article as the desk reads it.</summary>
internal sealed record ArticleView
{
    public required Article Article { get; init; }

    public required ArticleVersion Shown { get; init; }

    public bool MayWrite { get; init; }

    public bool MayPublish { get; init; }

    public required string Unit { get; init; }

    public required string Category { get; init; }

    public required List<OpenRequest.CaseFile> Files { get; init; }

    public ArticleTally? Tally { get; init; }

    public required IReadOnlyList<ArticleOpinion> Opinions { get; init; }
}
