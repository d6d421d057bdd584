using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.ConfirmRequest;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Sampling;

/// <summary>Draws whether the worker of a round that ended is asked, by the rule of the reason.</summary>
internal sealed class FollowUpDraw(RequestsDb db, SamplingBook rules, HigherUnit higher, Calendars calendars)
{
    /// <summary>Not stored yet; null: not drawn.</summary>
    public async Task<FollowUp?> DrawAsync(Request request, FollowUpReason reason, DateTimeOffset at, CancellationToken stop)
    {
        var measured = await higher.AnsweredAsync(request, stop);
        var service = await db.Services.AsNoTracking().Where(row => row.Id == request.ServiceId).Select(row => row.Code).SingleAsync(stop);
        return await rules.RuleAsync(reason, service, measured, stop) is { } rule && rule.Draws(request.Id, request.Round)
            ? FollowUp.Plan(request, measured, reason, rule, await MeansAsync(request, stop), await calendars.CurrentAsync(stop), at)
            : null;
    }

    /// <summary>A sealed worker is not called: nobody may learn his number for it.</summary>
    private async Task<FollowUpMeans> MeansAsync(Request request, CancellationToken stop) =>
        request.Visibility == Visibility.Named && await db.Requesters.AnyAsync(row => row.RequestId == request.Id && row.Phone != null, stop)
            ? FollowUpMeans.Call
            : FollowUpMeans.OwnPage;
}
