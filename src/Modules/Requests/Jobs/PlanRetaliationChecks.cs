using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Jobs;

/// <summary>A complaint or report ended, or was taken back, perhaps under pressure: its worker, and each who stood under it, is asked twice later on. Safe to run twice.</summary>
internal sealed class PlanRetaliationChecks(RequestsDb db, RequestSettings settings) : IEventHandler<RequestClosed>
{
    private static readonly Actor Platform = Actor.Platform("打击报复回访");

    public async Task HandleAsync(RequestClosed happened, CancellationToken stop)
    {
        var closed = await db.Requests.AsNoTracking().Where(row => row.Id == happened.Request)
            .Select(row => new { row.MatterType, row.ClosedAt, row.Source }).SingleAsync(stop);
        if (happened.Outcome is Outcome.Declined || closed is not { ClosedAt: { } at, Source: null } || closed.MatterType is not (MatterType.Complaint or MatterType.Report))
        {
            return;
        }

        var numbers = (await settings.InForceAsync(stop)).Retaliation;
        var all = await db.Requests.AsNoTracking().Where(row => row.HeadId == happened.Request && row.MergedAs == MergeKind.SameMatter).Select(row => row.Id).ToListAsync(stop);
        foreach (var request in all.Prepend(happened.Request))
        {
            await PlanAsync(request, 1, at.AddDays(numbers.FirstDays), numbers.AskDays, stop);
            await PlanAsync(request, 2, at.AddDays(numbers.SecondDays), numbers.AskDays, stop);
        }

        await SaveAsync(stop);
    }

    private async Task PlanAsync(RequestId request, int turn, DateTimeOffset from, int days, CancellationToken stop)
    {
        if (await db.RetaliationChecks.SingleOrDefaultAsync(row => row.RequestId == request && row.Turn == turn, stop) is { } before)
        {
            before.Move(from, days);
            return;
        }

        var named = await db.Requests.AnyAsync(row => row.Id == request && row.Visibility == Visibility.Named, stop)
            && await db.Requesters.AnyAsync(row => row.RequestId == request && row.Phone != null, stop);
        db.RetaliationChecks.Add(RetaliationCheck.Plan(request, turn, named ? FollowUpMeans.Call : FollowUpMeans.OwnPage, from, days));
    }

    private async Task SaveAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(Platform, stop);
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another run of this job planned them at the same moment.
            db.Context.ChangeTracker.Clear();
        }
    }
}
