using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.DecideClock;

/// <summary>Says yes or no to what was asked of a clock.</summary>
internal sealed class DecideClockHandler(RequestDesk desk, RequestsDb db, ClockDesk clocks)
{
    private static readonly Refusal NoReason = new("reason-missing", "不同意要写为什么，申请的同志要看。", nameof(DecideClockForm.Reason));

    public async Task<Result> HandleAsync(Actor actor, string reference, DecideClockForm form, CancellationToken stop)
    {
        var (granted, reason) = (form.Answer == "yes", PlainText.Clean(form.Reason));
        return !granted && reason.Length == 0
            ? NoReason
            : await desk.ActAsync(Act.DecideClock, actor, reference, form.Seen, request => DecideAsync(request, form.Ask, granted, reason.Length == 0 ? null : reason, actor, stop), stop);
    }

    private async Task<Result> DecideAsync(Request request, Guid key, bool granted, string? reason, Actor actor, CancellationToken stop) =>
        await db.ClockAsks.SingleOrDefaultAsync(ask => ask.Id == key && ask.RequestId == request.Id, stop) is { } ask
            ? request.Decide(ask, granted, reason, await clocks.HandlingAsync(request, stop), await clocks.CalendarAsync(stop), actor, clocks.Now)
            : ClockRefusals.Decided;
}
