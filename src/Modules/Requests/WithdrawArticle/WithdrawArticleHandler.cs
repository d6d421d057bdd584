using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.WithdrawArticle;

/// <summary>Takes an article from its readers, with a reason.</summary>
internal sealed class WithdrawArticleHandler(ArticleDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, Guid article, WordsForm form, CancellationToken stop) =>
        desk.ActAsync(Permission.PublishKnowledge, actor, article, form.Seen, found => Task.FromResult(found.Withdraw(form.Words, actor, clock.GetUtcNow())), stop);
}
