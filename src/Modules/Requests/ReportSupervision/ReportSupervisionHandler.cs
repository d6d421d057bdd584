using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ReportSupervision;

/// <summary>Reports to who supervises.</summary>
internal sealed class ReportSupervisionHandler(RequestDesk desk, RequestsDb db, TimeProvider clock)
{
    public Task<Result> HandleAsync(Actor actor, string reference, WordsForm form, CancellationToken stop) => desk.ActAsync(
        Act.ReportBack, actor, reference, form.Seen,
        async request => await db.Supervisions.SingleOrDefaultAsync(one => one.RequestId == request.Id && one.EndedAt == null, stop) is { } open
            ? request.ReportBack(open, form.Words, actor, clock.GetUtcNow())
            : HopRefusals.SupervisionEnded,
        stop);
}
