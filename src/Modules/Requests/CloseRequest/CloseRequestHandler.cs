using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.CloseRequest;

/// <summary>Ends a dispute above the handler with a decision the worker reads.</summary>
internal sealed class CloseRequestHandler(RequestDesk desk, EntryLimits limits, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => await limits.SendRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Close, actor, reference, form.Seen,
        request => Task.FromResult(limits.Keep(request, request.Close(form.Words, actor, clock.GetUtcNow()), form.Words, form.Why, actor)), stop);
}
