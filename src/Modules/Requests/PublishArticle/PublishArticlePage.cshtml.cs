using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.PublishArticle;

[Needs(Permission.PublishKnowledge)]
internal sealed class PublishArticlePage(PublishArticleHandler handler, ArticleDesk desk, ArticleFiles files, TimeProvider clock, ICurrentActor current) : ArticleVerbPage<PublishArticleForm>(desk, current)
{
    /// <summary>The version to be shown.</summary>
    public ArticleVersion Shown { get; private set; } = null!;

    /// <summary>Numbers of persons in it, in words; null where there are none.</summary>
    public string? Numbers { get; private set; }

    public List<CaseFile> Files { get; private set; } = [];

    protected override string Said => Form.At is null ? "发布了。" : "排好了，到时间自动发布。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Key, Form, stop);

    protected override async Task ReadAsync(Article article, CancellationToken stop)
    {
        Form.Number ??= int.TryParse(Request.Query["version"], System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : null;
        Shown = article.Find(Form.Number ?? article.Number) ?? article.Latest;
        Numbers = ArticleNumbers.In(Shown, ChinaTime.Today(clock));
        Files = await files.OfAsync(article.Id, Shown.Number, stop);
    }
}
