using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.EndSupervision;

/// <summary>Ends a supervision, at the unit that supervises or above it.</summary>
internal sealed class EndSupervisionHandler(RequestDesk desk, RequestsDb db, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, WordsForm form, CancellationToken stop)
    {
        var open = Reference.Parse(reference) is { } number
            ? await db.Supervisions.Join(db.Requests.Where(request => request.Reference == number), one => one.RequestId, request => request.Id, (one, _) => one)
                .SingleOrDefaultAsync(one => one.EndedAt == null, stop)
            : null;
        return await desk.ActAsync(
            Act.EndSupervision, actor, reference, form.Seen,
            request => Task.FromResult(open is null ? HopRefusals.SupervisionEnded : request.EndSupervision(open, form.Words, actor, clock.GetUtcNow())), stop,
            request => open?.UnitId ?? request.CurrentUnit);
    }
}
