using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AskWorker;

/// <summary>Asks the worker for more; the limit runs on.</summary>
internal sealed class AskWorkerHandler(RequestDesk desk, EntryLimits limits, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => await limits.SendRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Ask, actor, reference, form.Seen,
        request => Task.FromResult(limits.Keep(request, request.Ask(form.Words, actor, clock.GetUtcNow()), form.Words, form.Why, actor)), stop);
}
