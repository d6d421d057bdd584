using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.SuperviseRequest;

/// <summary>Puts a request under supervision by the nearest unit above at which the actor may.</summary>
internal sealed class SuperviseRequestHandler(RequestDesk desk, RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    private static readonly Refusal Far = new("until-far", "这一天太远了，一年以内才行。", nameof(SuperviseRequestForm.Until));

    public Task<Result> HandleAsync(Actor actor, string reference, SuperviseRequestForm form, CancellationToken stop) =>
        desk.ActAsync(Act.Supervise, actor, reference, form.Seen, request => SuperviseAsync(request, form, actor, stop), stop);

    private async Task<Result> SuperviseAsync(Request request, SuperviseRequestForm form, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (form.Until is not { } until || until > ChinaTime.DateOf(now).AddYears(1))
        {
            return Far;
        }

        if (until <= ChinaTime.DateOf(now))
        {
            return HopRefusals.DayPast;
        }

        UnitId[] lineage = [.. (await units.LineageAsync(request.CurrentUnit, stop)).Select(unit => unit.UnitId)];
        var started = request.Supervise(actor.ActsAbove(Act.Supervise, request.State, lineage), form.Words, ChinaTime.At(until, Deadline.UsualClose), actor, now);
        if (started.Value is { } supervision)
        {
            db.Supervisions.Add(supervision);
        }

        return started;
    }
}
