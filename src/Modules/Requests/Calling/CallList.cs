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

    public async Task<CallPage> ListAsync(Actor actor, string view, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var reach = scope.Reach(actor, Permission.CallFollowUps);
        var all = db.FollowUps.AsNoTracking().Where(row => reach.Any(one => one.RequestId == row.RequestId));
        var open = all.Where(row => row.State == FollowUpState.Open);
        var shown = view switch
        {
            "later" => open.Where(row => row.Means == FollowUpMeans.Call && row.CallFrom > now).OrderBy(row => row.CallFrom).ThenBy(row => row.Id),
            "own" => open.Where(row => row.Means == FollowUpMeans.OwnPage).OrderBy(row => row.DueAt).ThenBy(row => row.Id),
            "ended" => all.Where(row => row.EndedAt != null).OrderByDescending(row => row.EndedAt).ThenBy(row => row.Id),
            _ => open.Where(row => row.Means == FollowUpMeans.Call && row.CallFrom <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id),
        };
        var rows = await (
            from row in shown.Take(Most + 1)
            join request in db.Requests on row.RequestId equals request.Id
            join person in db.Requesters on request.Id equals person.RequestId into persons
            from requester in persons.DefaultIfEmpty()
            select new { row, request.Title, request.Visibility, Requester = requester }).ToListAsync(stop);
        var found = rows.Select(one => new CallRow(one.row, one.Title, NameOf(one.Visibility, one.Requester))).ToList();
        return new CallPage(view, [.. view == "ended" ? found.OrderByDescending(one => one.FollowUp.EndedAt).Take(Most) : view == "later" ? found.OrderBy(one => one.FollowUp.CallFrom).Take(Most) : found.OrderBy(one => one.FollowUp.DueAt).Take(Most)], rows.Count > Most, await TodayAsync(actor, now, stop), now);
    }

    /// <summary>The one to call after this one.</summary>
    public async Task<Guid?> NextAsync(Actor actor, Guid after, CancellationToken stop) =>
        (await ListAsync(actor, "now", stop)).Rows.FirstOrDefault(row => row.FollowUp.Id != after && row.FollowUp.ClaimedBy is null)?.FollowUp.Id;

    public string NameOf(Visibility visibility, Domain.Requester? requester) =>
        visibility == Visibility.Named && requester?.Name is not null && seal.Open(requester).Name is { } name ? Text.Masking.Surname(name) + "师傅" : "一位职工";

    private async Task<(int Reached, int Failed)> TodayAsync(Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        var today = ChinaTime.StartOf(ChinaTime.DateOf(now));
        var mine = await db.Attempts.AsNoTracking().Where(attempt => attempt.Account == actor.Account && attempt.At >= today && attempt.Outcome != AttemptOutcome.Barred).GroupBy(attempt => attempt.Outcome == AttemptOutcome.Reached)
            .Select(same => new { same.Key, Count = same.Count() }).ToListAsync(stop);
        return (mine.Where(one => one.Key).Sum(one => one.Count), mine.Where(one => !one.Key).Sum(one => one.Count));
    }
}

internal sealed record CallRow(Domain.FollowUp FollowUp, string Title, string Name);

internal sealed record CallPage(string View, IReadOnlyList<CallRow> Rows, bool HasMore, (int Reached, int Failed) Today, DateTimeOffset Now)
{
    /// <summary>Where one stands, in a few words.</summary>
    public (string? Kind, string Text) TagOf(CallRow row) => row.FollowUp switch
    {
        { IsOpen: false } ended => (ended.State == FollowUpState.Done ? "ok" : null, ended.State.Chinese()),
        { ClaimedBy: not null } claimed => ("wait", $"{claimed.ClaimedName}在打"),
        { Means: FollowUpMeans.Call } open when open.CallFrom > Now => ("wait", $"{SpokenTime.Moment(open.CallFrom, Now)} 再打"),
        { Reason: FollowUpReason.Disputed or FollowUpReason.Reworked } must => ("late", must.Reason.Chinese() + "，必打"),
        { Reason: FollowUpReason.LowRated } low => ("soon", low.Reason.Chinese()),
        var other => (null, other.Reason.Chinese() + (other.Attempts > 0 ? $"，第 {other.Attempts + 1} 次" : "")),
    };
}
