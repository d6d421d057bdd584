using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Approval;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>Answers the worker, who is then asked whether it is solved; where the service asks for it, the answer first waits for consent.</summary>
internal sealed class ReplyRequestHandler(RequestDesk desk, UnitDirectory units, EntryFiles files, EntryLimits limits, ApprovalDesk approvals, HintDesk looks, ConfirmWindow window, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, ReplyRequestForm form, CancellationToken stop) => await limits.AnswerRefusalAsync(form, stop) ?? await ActAsync(
        await approvals.NeedsAsync(reference, stop) ? Act.AskApproval : Act.Reply, actor, reference, form, stop);

    private Task<Result> ActAsync(Act act, Actor actor, string reference, ReplyRequestForm form, CancellationToken stop) =>
        desk.ActAsync(act, actor, reference, form.Seen, request => ReplyAsync(act, request, form, actor, stop), stop);

    private async Task<Result> ReplyAsync(Act act, Request request, ReplyRequestForm form, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var hints = await looks.OfAsync(request.Id, form.Words, form.Files.Count + form.Brought.Count > 0, form.Sources, stop);
        UnitId[] lineage = [.. (await units.LineageAsync(request.CurrentUnit, stop)).Select(unit => unit.UnitId)];
        var answersFor = actor.ActsFor(act, request.State, lineage);
        if (act == Act.AskApproval)
        {
            var asked = await approvals.AskAsync(request, new DraftWish(DraftKind.Reply, form.Words, hints.PassedOver(form), form.Sources, answersFor), form.Files, form.Brought, actor, now, stop);
            return asked.Succeeded ? hints.Stops(form) ?? asked : await NamedAsync(asked, request, now, stop);
        }

        var reply = request.Reply(form.Words, await window.EndAsync(now, stop), actor, now, answersFor);
        if (!reply.Succeeded)
        {
            return await NamedAsync(reply, request, now, stop);
        }

        // After the rules: what they refuse is told first. What is stopped here is not saved.
        if (hints.Stops(form) is { } first)
        {
            return first;
        }

        request.PassOver(hints.PassedOver(form), actor, now);
        request.KeepSources(form.Sources, actor, now);
        await approvals.BringAsync(reply.Value!, form.Brought, actor, stop);
        return await files.AttachAsync(reply.Value!, form.Files, actor, stop);
    }

    /// <summary>Says who is still to give a result, and who of them is late.</summary>
    private async Task<Result> NamedAsync(Result refused, Request request, DateTimeOffset now, CancellationToken stop)
    {
        if (refused.Refusal is not { Code: HopRefusals.SidesOpenCode } refusal)
        {
            return refused;
        }

        var names = await units.NamesAsync(request.OpenSides.Select(order => order.UnitId), stop);
        var each = request.OpenSides.Select(order => names.GetValueOrDefault(order.UnitId, "原单位") + (order.DueAt < now ? "（超期）" : ""));
        return refusal with { Sentence = $"{string.Join("、", each)}还没交结果。先等他们交，或写明原因撤下，再答复职工。" };
    }
}
