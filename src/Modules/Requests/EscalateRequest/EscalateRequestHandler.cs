using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.EscalateRequest;

/// <summary>Takes a request from the unit that has it to the one above.</summary>
internal sealed class EscalateRequestHandler(RequestDesk desk, UpperUnit upper, ClockDesk clocks, RequestSettings settings)
{
    private static readonly Refusal Top = new("top", "上面没有能接办的单位了，请本单位领导决定怎么办。");

    public Task<Result> HandleAsync(Actor actor, string reference, WordsForm form, CancellationToken stop) =>
        desk.ActAsync(Act.Escalate, actor, reference, form.Seen, request => EscalateAsync(request, form.Words, actor, stop), stop);

    private async Task<Result> EscalateAsync(Request request, string why, Actor actor, CancellationToken stop) => await upper.OfAsync(request, stop) is { } above
        ? request.Escalate(above.UnitId, await clocks.UpperAsync(request, (await settings.InForceAsync(stop)).Hops.UpperDays, stop), why, actor, clocks.Now)
        : Top;
}
