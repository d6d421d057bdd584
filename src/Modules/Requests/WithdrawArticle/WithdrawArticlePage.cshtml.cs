using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.WithdrawArticle;

[Needs(Permission.PublishKnowledge)]
internal sealed class WithdrawArticlePage(WithdrawArticleHandler handler, ArticleDesk desk, ICurrentActor current) : ArticleVerbPage<WordsForm>(desk, current)
{
    protected override string Said => "撤下了，写的都还在，改好能再发布。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Key, Form, stop);
}
