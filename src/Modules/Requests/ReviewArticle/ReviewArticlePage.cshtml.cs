using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.ReviewArticle;

[Needs(Permission.PublishKnowledge)]
internal sealed class ReviewArticlePage(ReviewArticleHandler handler, ArticleDesk desk, ICurrentActor current) : ArticleVerbPage<ReviewArticleForm>(desk, current)
{
    protected override string Said => "记下了，下次到日子再提醒。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Key, Form, stop);
}
