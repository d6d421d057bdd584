using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.MyRequests;

/// <summary>A worker's own requests, newest first: those of his account, and those this browser opened by passphrase.</summary>
internal sealed class MyRequestsQuery(RequestsDb db, TrackingPass pass, UnitDirectory units, Calendars calendars, TimeProvider clock)
{
    public const int PageSize = 20;

    private RequestId[]? keys;

    /// <param name="isOpen">True: not ended; false: ended.</param>
    /// <param name="before">The key of the last one of the page before, or null.</param>
    public async Task<MyRequestsSlice> ListAsync(Actor actor, bool isOpen, RequestId? before, int most, CancellationToken stop)
    {
        var mine = (await MineAsync(actor, stop)).Where(request => isOpen != (request.ClosedAt != null || db.Requests.Any(head => head.Id == request.HeadId && head.ClosedAt != null)));
        if (before is { } last)
        {
            var key = last.Value;
            mine = mine.Where(request => ((Guid)(object)request.Id).CompareTo(key) < 0);
        }

        var rows = await mine.OrderByDescending(request => request.Id).Take(most + 1).ToListAsync(stop);
        var shown = rows.Take(most).ToList();
        var names = await NamesAsync(shown, stop);
        var calendar = await calendars.CurrentAsync(stop);
        var now = clock.GetUtcNow();
        return new MyRequestsSlice([.. shown.Select(request => MyRequest.Of(request, names[request.CurrentUnit], calendar, now))], rows.Count > most ? shown[^1].Id : null);
    }

    /// <summary>How many wait for the worker: a question to answer, or an answer to judge.</summary>
    public async Task<int> WaitingAsync(Actor actor, CancellationToken stop) =>
        await (await MineAsync(actor, stop)).CountAsync(request => request.State == RequestState.Asked || request.State == RequestState.Replied, stop);

    public async Task<int> OpenAsync(Actor actor, CancellationToken stop) =>
        await (await MineAsync(actor, stop)).CountAsync(request => request.ClosedAt == null && !db.Requests.Any(head => head.Id == request.HeadId && head.ClosedAt != null), stop);

    public bool HasNone(Actor actor) => actor.Account is null && pass.All().Count == 0;

    /// <summary>By key: "these or those of the account" in one condition would read the whole table.</summary>
    private async Task<IQueryable<Request>> MineAsync(Actor actor, CancellationToken stop)
    {
        keys ??= [.. pass.All().Union(await OwnedAsync(actor, stop))];
        return db.Requests.AsNoTracking().Where(request => keys.Contains(request.Id));
    }

    private async Task<IReadOnlyList<RequestId>> OwnedAsync(Actor actor, CancellationToken stop) => actor.Account is not { } account
        ? []
        : await db.Requesters.AsNoTracking().Where(row => row.Account == account).Select(row => row.RequestId).ToListAsync(stop);

    private async Task<Dictionary<UnitId, string>> NamesAsync(List<Request> requests, CancellationToken stop)
    {
        var names = new Dictionary<UnitId, string>();
        foreach (var unit in requests.Select(request => request.CurrentUnit).Distinct())
        {
            names[unit] = (await units.FindAsync(unit, stop))?.ShortName ?? "工会";
        }

        return names;
    }
}

/// <summary>One page, and where the next begins; null when this was the last.</summary>
internal sealed record MyRequestsSlice(IReadOnlyList<MyRequest> Rows, RequestId? Next);

/// <summary>One request as a card.</summary>
/// <param name="Next">What happens next and by when; for ended ones when and how it ended.</param>
/// <param name="Calls">What is asked of the worker himself, or null: the words of the button and where it leads.</param>
internal sealed record MyRequest(string Reference, string Title, string Unit, RequestState State, DueView Due, bool HasEnded, string Next, (string Words, string Address)? Calls)
{
    public static MyRequest Of(Request request, string unit, WorkingCalendar calendar, DateTimeOffset now)
    {
        var due = request.IsAgain ? request.NextDueAt : request.DueAt;
        var view = DueView.Of(request.SubmittedAt, due, request.LimitUnit, now, calendar, waiting: request.State == RequestState.Asked || request.PausedUntil is not null);
        var address = $"/requests/track/{request.Reference}";
        return new MyRequest(request.Reference, request.Title, unit, request.State, view, request.ClosedAt is not null, NextOf(request, view, now), request.State switch
        {
            RequestState.Asked => ("去回话", address),
            RequestState.Replied => ("去确认", address + "/confirm"),
            _ => null,
        });
    }

    private static string NextOf(Request request, DueView due, DateTimeOffset now) => request switch
    {
        { ClosedAt: { } ended } => $"{request.State.ForWorker()} · {SpokenTime.Moment(ended, now)}",
        { State: RequestState.Replied } => "答复您了，解决没有您说了算",
        { State: RequestState.Merged } => "和另一件并在一起办，点开看进展",
        { InDispute: true } when due.State == RingState.Late => $"说好 {due.By}联系您，{due.Left}",
        { InDispute: true } => $"{due.By}联系您",
        _ when due.State == RingState.Late => $"说好 {due.By}给您答复，{due.Left}",
        _ => $"{due.By}给您答复",
    };
}
