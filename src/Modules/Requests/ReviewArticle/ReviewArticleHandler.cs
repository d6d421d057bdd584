using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Knowledge;
using UnionHall.Text;

namespace UnionHall.Requests.ReviewArticle;

/// <summary>It was looked through and still holds.</summary>
internal sealed class ReviewArticleHandler(ArticleDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, Guid article, ReviewArticleForm form, CancellationToken stop)
    {
        var (now, note) = (clock.GetUtcNow(), PlainText.Clean(form.Note));
        return desk.ActAsync(
            Permission.PublishKnowledge, actor, article, form.Seen,
            found => Task.FromResult(found.Review(form.Next!.Value, ChinaTime.DateOf(now), note.Length == 0 ? null : note, actor, now)), stop);
    }
}
