using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.CloseRequest;

/// <summary>Ends a dispute above the handler with a decision the worker reads.</summary>
internal sealed class CloseRequestHandler(RequestDesk desk, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => desk.ActAsync(
        Act.Close, actor, reference, form.Seen, request => Task.FromResult(request.Close(form.Words, actor, clock.GetUtcNow())), stop);
}
