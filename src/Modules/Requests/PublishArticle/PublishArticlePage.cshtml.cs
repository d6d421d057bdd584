using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.PublishArticle;

[Needs(Permission.PublishKnowledge)]
internal sealed class PublishArticlePage(PublishArticleHandler handler, ArticleDesk desk, ICurrentActor current) : ArticleVerbPage<PublishArticleForm>(desk, current)
{
    protected override string Said => Form.At is null ? "发布了。" : "排好了，到时间自动发布。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Key, Form, stop);
}
