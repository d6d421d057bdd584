using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.MergeRequest;

/// <summary>并案: lets a request be handled under another that the actor may see.</summary>
internal sealed class MergeRequestHandler(RequestDesk desk, RequestsDb db, CollectiveDesk collectives, SamePerson samePerson)
{
    private static readonly Refusal NoKind = new("merge-kind", "选一下：是同一个人又说了一遍，还是几个人说的同一件事。", nameof(MergeRequestForm.Kind));

    private static readonly Refusal NoTarget = new("merge-target", "填那一件的编号，或者找出来选上。", nameof(MergeRequestForm.Target));

    public async Task<Result> HandleAsync(Actor actor, string reference, MergeRequestForm form, CancellationToken stop) =>
        EnumText.TryParse<MergeKind>(form.Kind) is not { } kind ? NoKind
        : string.IsNullOrWhiteSpace(form.Target) ? NoTarget
        : await desk.ActAsync(Act.Merge, actor, reference, form.Seen, request => MergeAsync(request, form, kind, actor, stop), stop);

    /// <summary>Why neither kind of merging would go through, told before anybody is asked for one; changes nothing.</summary>
    public async Task<Refusal?> RefusalAsync(Actor actor, string reference, string target, CancellationToken stop)
    {
        Refusal? refused = null;
        foreach (var kind in Enum.GetValues<MergeKind>())
        {
            var request = await desk.FindAsync(actor, reference, stop);
            var result = request is null ? DeskRefusals.NotFound : await MergeAsync(request, new MergeRequestForm { Target = target }, kind, actor, stop);
            db.Context.ChangeTracker.Clear();
            if (result.Refusal is null)
            {
                return null;
            }

            refused = result.Refusal;
        }

        return refused;
    }

    private async Task<Result> MergeAsync(Request request, MergeRequestForm form, MergeKind kind, Actor actor, CancellationToken stop) => await desk.FindAsync(actor, form.Target!, stop) is not { } head
        ? MergeRefusals.Unknown
        : await samePerson.RefusalAsync(request, head, kind, stop) is { } other
            ? other
            : await collectives.JoinAsync(request, head, kind, form.Why, ParticipantWay.Desk, actor, stop);
}
