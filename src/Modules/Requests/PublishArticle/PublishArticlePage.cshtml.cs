using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.PublishArticle;

[Needs(Permission.PublishKnowledge)]
internal sealed class PublishArticlePage(PublishArticleHandler handler, ArticleDesk desk, ArticleFiles files, ICurrentActor current) : ArticleVerbPage<PublishArticleForm>(desk, current)
{
    public List<CaseFile> Files { get; private set; } = [];

    protected override string Said => Form.At is null ? "发布了。" : "排好了，到时间自动发布。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Key, Form, stop);

    protected override async Task ReadAsync(Article article, CancellationToken stop) => Files = await files.OfAsync(article.Id, article.Number, stop);
}
