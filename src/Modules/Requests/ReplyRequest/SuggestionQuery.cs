using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.OpenRequest;
using UnionHall.Text;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>
/// What an answer can start from: articles, and answers to requests of the same category in the reader's scope that satisfied. Bounded: the
/// newest so many of the category are compared, whatever the table holds.
/// </summary>
internal sealed class SuggestionQuery(RequestsDb db, Scope scope, TimeProvider clock)
{
    private const int Compared = 600;
    private const int Most = 3;
    private const int KeywordsMost = 40;
    private const int LongestPutIn = 800;

    /// <param name="written">What was typed so far; its words count first.</param>
    public async Task<IReadOnlyList<Suggestion>> OfAsync(Actor actor, CaseView seen, string written, CancellationToken stop)
    {
        if (Keywords.ToTsQuery($"{written}\n{seen.Row.Title}\n{seen.Row.Words}", KeywordsMost) is not { } query)
        {
            return [];
        }

        return [.. await FoundAsync(seen.Row.Category, query, stop), .. await AnswersAsync(actor, seen.Row, query, stop)];
    }

    /// <summary>What is known about words as they are taken down.</summary>
    /// <param name="category">Code, or empty while it is not known.</param>
    public async Task<IReadOnlyList<Suggestion>> ArticlesAsync(string written, string category, CancellationToken stop) =>
        Keywords.ToTsQuery(written, KeywordsMost) is { } query ? [.. await FoundAsync(category, query, stop)] : [];

    private async Task<IEnumerable<Suggestion>> FoundAsync(string category, string query, CancellationToken stop)
    {
        var found = await db.Context.Database.SqlQuery<FoundArticle>(
            $"""
            select a.id as "Id", v.title as "Title", v.words as "Words", a.audience = 'everybody' as "IsPublic"
            from article a join article_version v on v.article_id = a.id and v.number = a.published
            where a.word_index @@ {query}::tsquery
            order by ts_rank(a.word_index, {query}::tsquery) + case when a.category = {category} then 1 else 0 end desc, a.id
            limit {Most}
            """).ToListAsync(stop);
        return found.Select(row => new Suggestion(
            $"article-{row.Id}", row.Title, row.IsPublic ? "知识库 · 公开" : "知识库 · 内部", $"/desk/knowledge/{row.Id}", Cut(ArticleBlocks.Plain(row.Words)),
            row.IsPublic ? $"更多见“常见问题”：{row.Title}" : null));
    }

    private async Task<IEnumerable<Suggestion>> AnswersAsync(Actor actor, CaseRow row, string query, CancellationToken stop)
    {
        var (whole, only) = Scope.Units(actor, Permission.ReadRequests);
        Guid[] wholes = [.. whole.Select(unit => unit.Value)];
        Guid[] onlys = [.. only.Select(unit => unit.Value)];
        var hidden = await scope.HiddenAsync(actor, stop);
        var found = await db.Context.Database.SqlQuery<FoundAnswer>(
            $"""
            with near as materialized (
                select q.id, q.reference, q.title, q.word_index, q.closed_at from request q
                where q.category = {row.Category} and q.outcome = 'solved' and q.rating in ('very-satisfied', 'satisfied') and q.id <> {row.Id.Value}
                order by q.closed_at desc limit {Compared}
            ), best as materialized (
                select n.id, n.reference, n.title, n.closed_at, ts_rank(n.word_index, {query}::tsquery) as rank from near n
                where n.word_index @@ {query}::tsquery and n.id <> all ({hidden})
                  and exists (select from request_reach r where r.request_id = n.id and (r.unit_id = any({wholes}) or (r.unit_id = any({onlys}) and r.direct)))
                order by rank desc, n.closed_at desc limit {Most}
            )
            select b.reference as "Reference", b.title as "About", b.closed_at as "ClosedAt", t.text as "Text" from best b
            cross join lateral (select e.text from timeline_entry e where e.request_id = b.id and e.kind = 'replied' order by e.id desc limit 1) t
            order by b.rank desc
            """).ToListAsync(stop);
        var (now, today) = (clock.GetUtcNow(), ChinaTime.Today(clock));
        return found.Where(answer => answer.Text is not null).Select(answer => (answer.Reference, answer.ClosedAt, Words: ForAnother.Of(answer.Text!, answer.About, today))).Select(answer => new Suggestion(
            $"case-{answer.Reference}", PlainText.Excerpt(answer.Words, 40), $"{Reference.Spoken(answer.Reference)} 的答复，职工满意 · {SpokenTime.Day(ChinaTime.DateOf(answer.ClosedAt), ChinaTime.DateOf(now))}",
            $"/desk/requests/{answer.Reference}", Cut(answer.Words), null));
    }

    /// <summary>As much as an answer needs, up to the end of a sentence.</summary>
    private static string Cut(string words)
    {
        if (words.Length <= LongestPutIn)
        {
            return words;
        }

        var end = words.LastIndexOfAny(['。', '\n', '；'], LongestPutIn - 1);
        return words[..(end > 0 ? end + 1 : LongestPutIn)].TrimEnd();
    }

    private sealed record FoundArticle(Guid Id, string Title, string Words, bool IsPublic);

    private sealed record FoundAnswer(string Reference, string About, DateTimeOffset ClosedAt, string? Text);
}

/// <summary>Something to start from, with where it comes from.</summary>
/// <param name="Words">What is put in; places of persons are left to be filled.</param>
/// <param name="Attribution">What the worker is told of the source, or null.</param>
internal sealed record Suggestion(string Key, string Title, string Source, string Link, string Words, string? Attribution);
