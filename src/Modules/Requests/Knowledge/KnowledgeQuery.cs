using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Knowledge;

/// <summary>Lists of articles, for the desk and for workers.</summary>
internal sealed class KnowledgeQuery(RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    public const int PageSize = 30;

    private const int DraftsMost = 200;

    /// <summary>Published articles, newest first.</summary>
    /// <param name="search">Words as typed; empty: all.</param>
    /// <param name="category">A category or one above it; empty: any.</param>
    public async Task<ArticlePage> PublishedAsync(bool everybody, string? search, string? category, int page, CancellationToken stop)
    {
        var rows = Matching(Readable(everybody), search);
        if (!string.IsNullOrEmpty(category))
        {
            var codes = db.Categories.Where(row => row.Code == category || row.ParentCode == category).Select(row => row.Code);
            rows = rows.Where(article => codes.Contains(article.Category));
        }

        var found = await Rows(rows.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(stop);
        return new ArticlePage([.. found.Take(PageSize)], found.Count > PageSize ? page + 1 : null);
    }

    /// <summary>What is not published, or is written on or planned, as far as the actor may write or publish it.</summary>
    public async Task<IReadOnlyList<ArticleRow>> WorkAsync(Actor actor, string? search, CancellationToken stop)
    {
        var rows = await Rows(Matching(db.Articles.AsNoTracking().Where(article => article.Published == null || article.Planned != null || article.Published < article.Number), search)
            .OrderByDescending(article => article.ChangedAt).Take(DraftsMost)).ToListAsync(stop);
        return await InReachAsync(actor, rows, stop);
    }

    /// <summary>Published articles whose day of review has come, longest waiting first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> DueAsync(Actor actor, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var rows = await Rows(db.Articles.AsNoTracking().Where(article => article.Published != null && article.ReviewOn <= today).OrderBy(article => article.ReviewOn).Take(DraftsMost)).ToListAsync(stop);
        return await InReachAsync(actor, rows, stop);
    }

    /// <summary>The public articles of a category, or else of the one above it, most useful first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> AboutAsync(string category, int most, CancellationToken stop)
    {
        var parent = db.Categories.Where(row => row.Code == category).Select(row => row.ParentCode ?? row.Code);
        var family = db.Categories.Where(row => parent.Contains(row.ParentCode ?? row.Code)).Select(row => row.Code);
        return await Rows(Readable(everybody: true).Where(article => family.Contains(article.Category))
            .OrderByDescending(article => article.Category == category).ThenByDescending(article => db.Tallies.Where(tally => tally.ArticleId == article.Id).Select(tally => tally.Useful - tally.Useless).FirstOrDefault()).ThenBy(article => article.Id).Take(most)).ToListAsync(stop);
    }

    private IQueryable<Article> Readable(bool everybody) => everybody
        ? db.Articles.AsNoTracking().Where(article => article.Published != null && article.Audience == ArticleAudience.Everybody)
        : db.Articles.AsNoTracking().Where(article => article.Published != null);

    private IQueryable<Article> Matching(IQueryable<Article> articles, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return articles;
        }

        if (Bigrams.ToTsQuery(search) is not { } query)
        {
            // What holds nothing to search for finds nothing, rather than everything.
            return articles.Where(article => false);
        }

        var hits = db.Context.Database.SqlQuery<Guid>($"""select id as "Value" from article where word_index @@ {query}::tsquery""");
        return articles.Where(article => hits.Contains(article.Id));
    }

    private IQueryable<ArticleRow> Rows(IQueryable<Article> articles) => articles.Select(article => new ArticleRow(
        article.Id,
        db.ArticleVersions.First(version => version.ArticleId == article.Id && version.Number == (article.Published ?? article.Number)).Title,
        db.ArticleVersions.First(version => version.ArticleId == article.Id && version.Number == (article.Published ?? article.Number)).Words,
        article.Category, article.UnitId, article.OwnerName, article.Number, article.Published, article.Audience, article.PlannedAt, article.ReviewOn, article.ChangedAt));

    private async Task<IReadOnlyList<ArticleRow>> InReachAsync(Actor actor, List<ArticleRow> rows, CancellationToken stop)
    {
        var reached = new List<ArticleRow>();
        foreach (var row in rows)
        {
            var lineage = (await units.LineageAsync(row.UnitId, stop)).Select(unit => unit.UnitId).ToList();
            if (actor.Can(Permission.WriteKnowledge, row.UnitId, lineage) || actor.Can(Permission.PublishKnowledge, row.UnitId, lineage))
            {
                reached.Add(row);
            }
        }

        return reached;
    }
}

/// <summary>An article in a list: of the version that readers see, else of the latest.</summary>
internal sealed record ArticleRow(
    Guid Id, string Title, string Words, string Category, UnitId UnitId, string OwnerName, int Number, int? Published, ArticleAudience? Audience,
    DateTimeOffset? PlannedAt, DateOnly? ReviewOn, DateTimeOffset ChangedAt)
{
    public string Excerpt => PlainText.Excerpt(ArticleBlocks.First(Words), 60);
}

/// <param name="Next">The number of the next page, or null.</param>
internal sealed record ArticlePage(IReadOnlyList<ArticleRow> Rows, int? Next);
