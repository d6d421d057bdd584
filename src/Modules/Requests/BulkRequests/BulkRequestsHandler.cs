using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.AcknowledgeRequest;
using UnionHall.Requests.AssignRequest;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.BulkRequests;

/// <summary>Does one act to many requests, each by its own handler and its own rules, and tells what became of each.</summary>
internal sealed class BulkRequestsHandler(RequestsDb db, AcknowledgeRequestHandler acknowledge, AssignRequestHandler assign)
{
    public Task<IReadOnlyList<BulkOutcome>> AcknowledgeAsync(Actor actor, IEnumerable<string> references, CancellationToken stop) =>
        EachAsync(references.Distinct(StringComparer.Ordinal), async reference => new BulkOutcome(reference, (await acknowledge.HandleAsync(actor, reference, stop)).Refusal));

    public Task<IReadOnlyList<BulkOutcome>> AssignAsync(Actor actor, IEnumerable<string> references, AccountId? to, CancellationToken stop) =>
        EachAsync(references.Distinct(StringComparer.Ordinal), async reference => Of(reference, await assign.HandleAsync(actor, reference, to, stop)));

    public Task<IReadOnlyList<BulkOutcome>> TakeBackAsync(Actor actor, IEnumerable<Assignment> given, CancellationToken stop) =>
        EachAsync(given.DistinctBy(one => one.Reference), async one => Of(one.Reference, await assign.TakeBackAsync(actor, one, stop)) with { Given = null });

    private async Task<IReadOnlyList<BulkOutcome>> EachAsync<T>(IEnumerable<T> chosen, Func<T, Task<BulkOutcome>> act)
    {
        var outcomes = new List<BulkOutcome>();
        foreach (var one in chosen)
        {
            outcomes.Add(await act(one));
            db.Context.ChangeTracker.Clear();
        }

        return outcomes;
    }

    private static BulkOutcome Of(string reference, Result<Assignment> result) =>
        new(reference, result.Refusal) { Given = result.Value is { } given && given.To != given.Before ? given : null };
}

/// <summary>What became of one request.</summary>
internal sealed record BulkOutcome(string Reference, Refusal? Refusal)
{
    /// <summary>What can be taken back.</summary>
    public Assignment? Given { get; init; }
}
