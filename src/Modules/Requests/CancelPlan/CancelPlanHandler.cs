using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.CancelPlan;

/// <summary>Takes back a planned publication; what is shown now stays.</summary>
internal sealed class CancelPlanHandler(ArticleDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, Guid article, CancelPlanForm form, CancellationToken stop) =>
        desk.ActAsync(Permission.PublishKnowledge, actor, article, form.Seen, found => Task.FromResult(found.CancelPlan(actor, clock.GetUtcNow())), stop);
}
