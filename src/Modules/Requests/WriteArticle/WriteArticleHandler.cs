using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Catalogue;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.WriteArticle;

/// <summary>Writes a new article, or another version of one. Nobody else reads it before it is published.</summary>
internal sealed class WriteArticleHandler(ArticleDesk desk, RequestsDb db, FileStore files, CatalogueBook book, EntryLimits limits, TimeProvider clock)
{
    /// <summary>The article, or all that is wrong.</summary>
    public async Task<(Guid? Article, IReadOnlyList<Refusal> Refused)> HandleAsync(Actor actor, WriteArticleForm form, CancellationToken stop)
    {
        var categories = (await book.CategoriesAsync(stop)).Where(row => row.IsUsed(book.Today)).Select(row => row.Code).ToList();
        var (text, wrong) = form.Read(categories, book.Today);
        if (text is null)
        {
            return (null, wrong);
        }

        var result = form.Article is { } id ? await WriteOnAsync(actor, id, form, text, stop) : await WriteAsync(actor, form, text, stop);
        return result.Refusal is { } refusal ? (null, [refusal]) : (result.Value, []);
    }

    private async Task<Result<Guid>> WriteAsync(Actor actor, WriteArticleForm form, ArticleText text, CancellationToken stop)
    {
        if (actor.Where(Permission.WriteKnowledge).FirstOrDefault() is not { } post)
        {
            return ArticleDesk.NotYours;
        }

        var article = Article.Write(text, post.Unit, actor, clock.GetUtcNow());
        if ((await ClaimAsync(article, text, actor, stop)).Refusal is { } refusal)
        {
            return refusal;
        }

        db.Articles.Add(article);
        await desk.SaveAsync(article, actor, stop);
        return article.Id;
    }

    private async Task<Result<Guid>> WriteOnAsync(Actor actor, Guid id, WriteArticleForm form, ArticleText text, CancellationToken stop)
    {
        var result = await desk.ActAsync(Permission.WriteKnowledge, actor, id, form.Seen, async article =>
            await limits.FilesRefusalAsync(article.FilesWith(text).Count, stop) is { } tooMany ? tooMany
            : article.WriteOn(text, actor, clock.GetUtcNow()) is { Succeeded: false } no ? no
            : await ClaimAsync(article, text, actor, stop), stop);
        return result.Refusal is { } refusal ? refusal with { Field = refusal.Field == "Words" ? nameof(form.Text) : refusal.Field } : id;
    }

    private Task<Result> ClaimAsync(Article article, ArticleText text, Actor actor, CancellationToken stop) =>
        files.ClaimAsync(text.Files, new Subject(ArticleFileAccess.Kind, article.Id), actor, stop);
}
