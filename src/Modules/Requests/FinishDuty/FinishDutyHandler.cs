using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FinishDuty;

/// <summary>Says that a duty beside the handling is done.</summary>
internal sealed class FinishDutyHandler(RequestDesk desk, RequestsDb db, TimeProvider clock)
{
    private static readonly Refusal Done = new("duty-done", "这一项已经办好了，或者找不到。刷新看看。");

    public Task<Result> HandleAsync(Actor actor, string reference, Guid duty, CancellationToken stop) =>
        desk.ActAsync(Act.Duty, actor, reference, null, request => FinishAsync(request, duty, actor, stop), stop);

    private async Task<Result> FinishAsync(Request request, Guid key, Actor actor, CancellationToken stop)
    {
        if (await db.Duties.SingleOrDefaultAsync(duty => duty.Id == key && duty.RequestId == request.Id && duty.DoneAt == null, stop) is not { } duty)
        {
            return Done;
        }

        request.FinishDuty(duty, actor, clock.GetUtcNow());
        return Result.Done;
    }
}
