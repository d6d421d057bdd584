using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.AcknowledgeRequest;
using UnionHall.Requests.AssignRequest;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.BulkRequests;

/// <summary>Does one act to many requests, each by its own handler and its own rules, and tells what became of each.</summary>
internal sealed class BulkRequestsHandler(RequestsDb db, AcknowledgeRequestHandler acknowledge, AssignRequestHandler assign)
{
    public async Task<IReadOnlyList<BulkOutcome>> AcknowledgeAsync(Actor actor, IEnumerable<string> references, CancellationToken stop) =>
        await EachAsync(references, reference => acknowledge.HandleAsync(actor, reference, stop));

    public async Task<IReadOnlyList<BulkOutcome>> AssignAsync(Actor actor, IEnumerable<string> references, AccountId? to, CancellationToken stop) =>
        await EachAsync(references, reference => assign.HandleAsync(actor, reference, to, stop));

    private async Task<IReadOnlyList<BulkOutcome>> EachAsync(IEnumerable<string> references, Func<string, Task<Result>> act)
    {
        var outcomes = new List<BulkOutcome>();
        foreach (var reference in references.Distinct(StringComparer.Ordinal))
        {
            outcomes.Add(new BulkOutcome(reference, (await act(reference)).Refusal));
            db.Context.ChangeTracker.Clear();
        }

        return outcomes;
    }
}

/// <summary>What became of one request.</summary>
internal sealed record BulkOutcome(string Reference, Refusal? Refusal);
