using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.PublishArticle;

/// <summary>Shows a version to its readers, now or later.</summary>
internal sealed class PublishArticleHandler(ArticleDesk desk, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, Guid article, PublishArticleForm form, CancellationToken stop) =>
        EnumText.TryParse<ArticleAudience>(form.Audience) is not { } audience ? new Refusal("audience-missing", "选一下给谁看。", nameof(form.Audience))
            : form.At is { Year: < 2000 or > 2100 } ? new Refusal("publish-day", "这个日子不对，看看是哪一年。", nameof(form.At))
            : await desk.ActAsync(Permission.PublishKnowledge, actor, article, form.Seen, found => Task.FromResult(Publish(found, audience, form, actor)), stop);

    private Result Publish(Article article, ArticleAudience audience, PublishArticleForm form, Actor actor)
    {
        var number = form.Number ?? article.Number;
        return ArticleNumbers.Refusal(article.Find(number), audience, form.Sure, nameof(form.Sure), ChinaTime.Today(clock)) ?? article.Publish(number, audience, From(form), actor, clock.GetUtcNow());
    }

    private static DateTimeOffset? From(PublishArticleForm form) =>
        form.At is { } local ? ChinaTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;
}
