using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Approval;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.DeclineRequest;

/// <summary>Not ours to handle: the worker is told the right way; where the service asks for it, that first waits for consent.</summary>
internal sealed class DeclineRequestHandler(RequestDesk desk, UnitDirectory units, EntryLimits limits, ApprovalDesk approvals, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => await limits.SendRefusalAsync(form, stop) ?? await ActAsync(
        await approvals.NeedsAsync(reference, stop) ? Act.AskDecline : Act.Decline, actor, reference, form, stop);

    private Task<Result> ActAsync(Act act, Actor actor, string reference, EntryForm form, CancellationToken stop) =>
        desk.ActAsync(act, actor, reference, form.Seen, request => act == Act.AskDecline ? AskAsync(request, form, actor, stop) : Task.FromResult(Decline(request, form, actor)), stop);

    private async Task<Result> AskAsync(Request request, EntryForm form, Actor actor, CancellationToken stop)
    {
        UnitId[] lineage = [.. (await units.LineageAsync(request.CurrentUnit, stop)).Select(unit => unit.UnitId)];
        var wish = new DraftWish(DraftKind.Decline, form.Words, limits.PassedOver(form.Words, form.Why), [], actor.ActsFor(Act.AskDecline, request.State, lineage));
        return await approvals.AskAsync(request, wish, form.Files, [], actor, clock.GetUtcNow(), stop);
    }

    private Result Decline(Request request, EntryForm form, Actor actor) =>
        limits.Keep(request, request.Decline(form.Words, actor, clock.GetUtcNow()), form.Words, form.Why, actor);
}
