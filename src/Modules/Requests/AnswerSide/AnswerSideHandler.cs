using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AnswerSide;

/// <summary>A unit beside the lead gives its result, or tells how far it is.</summary>
internal sealed class AnswerSideHandler(RequestDesk desk, EntryFiles files, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, Guid order, AnswerSideForm form, CancellationToken stop) => await files.WordsRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Side, actor, reference, form.Seen, request => AnswerAsync(request, request.Side(order)!, form, actor, stop), stop, request => request.Side(order)?.UnitId);

    private async Task<Result> AnswerAsync(Request request, WorkOrder order, AnswerSideForm form, Actor actor, CancellationToken stop)
    {
        var answered = form.Kind == "result"
            ? request.AnswerSide(order, form.Words, actor, clock.GetUtcNow())
            : request.ReportSide(order, form.Words, actor, clock.GetUtcNow());
        return answered.Succeeded ? await files.AttachAsync(answered.Value!, form.Files, actor, stop) : answered;
    }
}
