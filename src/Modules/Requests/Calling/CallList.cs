using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Calling;

/// <summary>The follow-ups in a caller's scope, by due time.</summary>
internal sealed class CallList(RequestsDb db, Scope scope, IdentitySeal seal, TimeProvider clock)
{
    public const int Most = 50;

    public static readonly IReadOnlyList<(string Key, string Name)> Views = [("now", "现在打"), ("later", "还没到时候"), ("own", "等他自己说"), ("ended", "访完的")];

    public static string ViewOf(string? view) => Views.Any(known => known.Key == view) ? view! : Views[0].Key;

    /// <param name="after">Where the page before ended; what is to be called now has one page only, for it empties by calling.</param>
    public async Task<CallPage> ListAsync(Actor actor, string view, TimeCursor? after, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from row in Shown(actor, view, view == Views[0].Key ? null : after, now).Take(Most + 1)
            join request in db.Requests on row.RequestId equals request.Id
            join person in db.Requesters on request.Id equals person.RequestId into persons
            from requester in persons.DefaultIfEmpty()
            select new { row, request.Title, request.Visibility, Requester = requester }).ToListAsync(stop);
        var found = rows.Select(one => new CallRow(one.row, one.Title, NameOf(one.Visibility, one.Requester)));
        var sorted = view == "ended" ? found.OrderByDescending(one => KeyOf(one, view)).ThenByDescending(one => one.FollowUp.Id) : found.OrderBy(one => KeyOf(one, view)).ThenBy(one => one.FollowUp.Id);
        List<CallRow> page = [.. sorted.Take(Most)];
        return new CallPage(view, page, rows.Count > Most ? new TimeCursor(KeyOf(page[^1], view), page[^1].FollowUp.Id) : null, await TodayAsync(actor, now, stop), now);
    }

    /// <summary>The one to call after this one.</summary>
    public async Task<Guid?> NextAsync(Actor actor, Guid after, CancellationToken stop) =>
        (await ListAsync(actor, "now", null, stop)).Rows.FirstOrDefault(row => row.FollowUp.Id != after && !row.FollowUp.IsClaimed(clock.GetUtcNow()))?.FollowUp.Id;

    public string NameOf(Visibility visibility, Domain.Requester? requester) =>
        visibility == Visibility.Named && requester?.Name is not null && seal.Open(requester).Name is { } name ? Text.Masking.Surname(name) + "师傅" : "一位职工";

    private IQueryable<Domain.FollowUp> Shown(Actor actor, string view, TimeCursor? after, DateTimeOffset now)
    {
        var reach = scope.Reach(actor, Permission.CallFollowUps);
        var all = db.FollowUps.AsNoTracking().Where(row => reach.Any(one => one.RequestId == row.RequestId));
        var open = all.Where(row => row.State == FollowUpState.Open);
        var (at, id, isFirst) = (after?.At ?? default, after?.Id ?? default, after is null);
        return view switch
        {
            "later" => open.Where(row => row.Means == FollowUpMeans.Call && row.CallFrom > now && (isFirst || row.CallFrom > at || (row.CallFrom == at && row.Id > id))).OrderBy(row => row.CallFrom).ThenBy(row => row.Id),
            "own" => open.Where(row => row.Means == FollowUpMeans.OwnPage && (isFirst || row.DueAt > at || (row.DueAt == at && row.Id > id))).OrderBy(row => row.DueAt).ThenBy(row => row.Id),
            "ended" => all.Where(row => row.EndedAt != null && (isFirst || row.EndedAt < at || (row.EndedAt == at && row.Id < id))).OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Id),
            _ => open.Where(row => row.Means == FollowUpMeans.Call && row.CallFrom <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id),
        };
    }

    private static DateTimeOffset KeyOf(CallRow row, string view) => view switch { "later" => row.FollowUp.CallFrom, "ended" => row.FollowUp.EndedAt!.Value, _ => row.FollowUp.DueAt };

    private async Task<(int Reached, int Failed)> TodayAsync(Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        var today = ChinaTime.StartOf(ChinaTime.DateOf(now));
        var mine = await db.Attempts.AsNoTracking().Where(attempt => attempt.Account == actor.Account && attempt.At >= today && attempt.Outcome != AttemptOutcome.Barred).GroupBy(attempt => attempt.Outcome == AttemptOutcome.Reached)
            .Select(same => new { same.Key, Count = same.Count() }).ToListAsync(stop);
        return (mine.Where(one => one.Key).Sum(one => one.Count), mine.Where(one => !one.Key).Sum(one => one.Count));
    }
}

internal sealed record CallRow(Domain.FollowUp FollowUp, string Title, string Name);

internal sealed record CallPage(string View, IReadOnlyList<CallRow> Rows, TimeCursor? Next, (int Reached, int Failed) Today, DateTimeOffset Now)
{
    /// <summary>Where one stands, in a few words.</summary>
    public (string? Kind, string Text) TagOf(CallRow row) => row.FollowUp switch
    {
        { IsOpen: false } ended => (ended.State == FollowUpState.Done ? "ok" : null, ended.State.Chinese()),
        var claimed when claimed.IsClaimed(Now) => ("wait", $"{claimed.ClaimedName}在打"),
        { Means: FollowUpMeans.Call } open when open.CallFrom > Now => ("wait", $"{SpokenTime.Moment(open.CallFrom, Now)} 再打"),
        { Reason: FollowUpReason.Disputed or FollowUpReason.Reworked } must => ("late", must.Reason.Chinese() + "，必打"),
        { Reason: FollowUpReason.LowRated } low => ("soon", low.Reason.Chinese()),
        var other => (null, other.Reason.Chinese() + (other.Attempts > 0 ? $"，第 {other.Attempts + 1} 次" : "")),
    };
}
