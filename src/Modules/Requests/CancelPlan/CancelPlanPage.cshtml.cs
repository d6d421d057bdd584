using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.CancelPlan;

[Needs(Permission.PublishKnowledge)]
internal sealed class CancelPlanPage(CancelPlanHandler handler, ArticleDesk desk, TimeProvider clock, ICurrentActor current) : ArticleVerbPage<CancelPlanForm>(desk, current)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    protected override string Said => "不再定时发布了，现在在用的没有变。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Key, Form, stop);
}
