using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AskWorker;

/// <summary>Asks the worker for more; the limit runs on.</summary>
internal sealed class AskWorkerHandler(RequestDesk desk, EntryLimits limits, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => await limits.SendRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Ask, actor, reference, form.Seen, request =>
        {
            var result = request.Ask(form.Words, actor, clock.GetUtcNow());
            request.PassOver(result.Succeeded ? limits.PassedOver(form.Words, form.Why) : null, actor, clock.GetUtcNow());
            return Task.FromResult(result);
        }, stop);
}
