using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.ConfirmRequest;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Calling;

/// <summary>Where a rework goes and until when: first to the unit that answered, then to the one above it.</summary>
internal sealed class ReworkDesk(RequestsDb db, HigherUnit higher, UpperUnit upper, UnitDirectory units, ClockDesk clocks, RequestSettings settings)
{
    private static readonly Actor Problems = Actor.Platform("问题工单");

    /// <summary>Opens the round that was asked about; not when it went on by itself meanwhile.</summary>
    public async Task<Result> RedoAsync(FollowUp followUp, Request request, string? remarks, Actor actor, CancellationToken stop)
    {
        if (request.State != RequestState.Closed || request.Round != followUp.Round)
        {
            return Result.Done;
        }

        var (to, term) = await NextAsync(request, stop);
        var redone = request.Redo(to, term, $"{followUp.Solved!.Value.Chinese()}。{remarks}", actor, clocks.Now);
        if (redone.Succeeded)
        {
            request.MarkProblem((await settings.InForceAsync(stop)).Hops.Problem, Problems, clocks.Now);
        }

        return redone;
    }

    /// <summary>Where it would go, and until when; for saying so beforehand.</summary>
    public async Task<(UnitSummary Unit, DateTimeOffset DueAt)> PlanAsync(Request request, CancellationToken stop)
    {
        var (to, term) = await NextAsync(request, stop);
        return ((await units.FindAsync(to, stop))!, term.DueAt);
    }

    /// <summary>Where an ended request goes when it is opened again, and its limit there.</summary>
    public async Task<(UnitId To, HopTerm Term)> NextAsync(Request request, CancellationToken stop)
    {
        var days = (await FollowUpNumbers.OfAsync(db, clocks.Now, stop)).ReworkDays;
        return (await ToAsync(request, stop), await clocks.HopAsync(request, new Limit(days, LimitUnit.WorkingDays), stop));
    }

    private async Task<UnitId> ToAsync(Request request, CancellationToken stop) => request.WasUnsolved
        ? await AboveAsync(request, stop)
        : await upper.TakerAsync(request, await higher.AnsweredAsync(request, stop), stop);

    /// <summary>At the top of the tree the same unit.</summary>
    private async Task<UnitId> AboveAsync(Request request, CancellationToken stop)
    {
        var answered = await units.SuccessorAsync(await higher.AnsweredAsync(request, stop), stop);
        return (await upper.AboveAsync(request, answered, stop))?.UnitId ?? answered;
    }
}
