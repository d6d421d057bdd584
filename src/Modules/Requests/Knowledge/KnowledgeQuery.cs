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

    /// <summary>Published articles, newest first.</summary>
    /// <param name="search">Words as typed; empty: all.</param>
    /// <param name="category">A category or one above it; empty: any.</param>
    public async Task<ArticlePage> PublishedAsync(bool everybody, string? search, string? category, TimeCursor? after, CancellationToken stop)
    {
        var rows = Matching(Readable(everybody), search);
        if (!string.IsNullOrEmpty(category))
        {
            var codes = db.Categories.Where(row => row.Code == category || row.ParentCode == category).Select(row => row.Code);
            rows = rows.Where(article => codes.Contains(article.Category));
        }

        var (at, id, isFirst) = (after?.At, after?.Id ?? default, after is null);
        return await PageAsync(
            rows.Where(article => isFirst || article.PublishedAt < at || (article.PublishedAt == at && article.Id < id)).OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id),
            row => row.PublishedAt!.Value, stop);
    }

    /// <summary>What is not published, or is written on or planned, as far as the actor may write or publish it.</summary>
    public async Task<ArticlePage> WorkAsync(Actor actor, string? search, TimeCursor? after, CancellationToken stop)
    {
        var (at, id, isFirst) = (after?.At ?? default, after?.Id ?? default, after is null);
        var rows = Matching((await OwnAsync(actor, stop)).Where(article => article.Published == null || article.Planned != null || article.Published < article.Number), search);
        return await PageAsync(
            rows.Where(article => isFirst || article.ChangedAt < at || (article.ChangedAt == at && article.Id < id)).OrderByDescending(article => article.ChangedAt).ThenByDescending(article => article.Id),
            row => row.ChangedAt, stop);
    }

    /// <summary>Published articles whose day of review has come, longest waiting first.</summary>
    public async Task<ArticlePage> DueAsync(Actor actor, TimeCursor? after, CancellationToken stop)
    {
        var (on, id, isFirst) = (after is null ? default : ChinaTime.DateOf(after.At), after?.Id ?? default, after is null);
        return await PageAsync(
            (await DueAsync(actor, stop)).Where(article => isFirst || article.ReviewOn > on || (article.ReviewOn == on && article.Id > id)).OrderBy(article => article.ReviewOn).ThenBy(article => article.Id),
            row => ChinaTime.At(row.ReviewOn!.Value, TimeOnly.MinValue), stop);
    }

    public async Task<int> DueCountAsync(Actor actor, CancellationToken stop) => await (await DueAsync(actor, stop)).CountAsync(stop);

    /// <summary>The public articles of a category, or else of the one above it, most useful first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> AboutAsync(string category, int most, CancellationToken stop)
    {
        var parent = db.Categories.Where(row => row.Code == category).Select(row => row.ParentCode ?? row.Code);
        var family = db.Categories.Where(row => parent.Contains(row.ParentCode ?? row.Code)).Select(row => row.Code);
        return await Rows(Readable(everybody: true).Where(article => family.Contains(article.Category))
            .OrderByDescending(article => article.Category == category).ThenByDescending(article => db.Tallies.Where(tally => tally.ArticleId == article.Id).Select(tally => tally.Useful - tally.Useless).FirstOrDefault()).ThenBy(article => article.Id).Take(most)).ToListAsync(stop);
    }

    private async Task<IQueryable<Article>> DueAsync(Actor actor, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        return (await OwnAsync(actor, stop)).Where(article => article.Published != null && article.ReviewOn <= today);
    }

    /// <summary>Those of the units for which the actor writes or publishes.</summary>
    private async Task<IQueryable<Article>> OwnAsync(Actor actor, CancellationToken stop)
    {
        var own = new HashSet<UnitId>();
        foreach (var grant in actor.Where(Permission.WriteKnowledge).Concat(actor.Where(Permission.PublishKnowledge)))
        {
            own.UnionWith(grant.WholeSubtree ? await units.SubtreeAsync(grant.Unit, stop) : [grant.Unit]);
        }

        UnitId[] keys = [.. own];
        return db.Articles.AsNoTracking().Where(article => keys.Contains(article.UnitId));
    }

    private async Task<ArticlePage> PageAsync(IQueryable<Article> sorted, Func<ArticleRow, DateTimeOffset> by, CancellationToken stop)
    {
        var found = await Rows(sorted.Take(PageSize + 1)).ToListAsync(stop);
        return new ArticlePage([.. found.Take(PageSize)], found.Count > PageSize ? new TimeCursor(by(found[PageSize - 1]), found[PageSize - 1].Id) : null);
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
        article.Category, article.UnitId, article.OwnerName, article.Number, article.Published, article.Audience, article.PlannedAt, article.ReviewOn, article.ChangedAt, article.PublishedAt));
}

/// <summary>An article in a list: of the version that readers see, else of the latest.</summary>
internal sealed record ArticleRow(
    Guid Id, string Title, string Words, string Category, UnitId UnitId, string OwnerName, int Number, int? Published, ArticleAudience? Audience,
    DateTimeOffset? PlannedAt, DateOnly? ReviewOn, DateTimeOffset ChangedAt, DateTimeOffset? PublishedAt)
{
    public string Excerpt => PlainText.Excerpt(ArticleBlocks.First(Words), 60);
}

/// <param name="Next">Where the next page begins, or null.</param>
internal sealed record ArticlePage(IReadOnlyList<ArticleRow> Rows, TimeCursor? Next);
