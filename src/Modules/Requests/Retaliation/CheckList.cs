using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Retaliation;

/// <summary>Which questions somebody sees: only from above the units that had the matter themselves, for it may be they who are asked about; at the top of the tree there is nobody above.</summary>
internal sealed class CheckList(RequestsDb db, Scope scope, UnitDirectory units, CallList names, TimeProvider clock)
{
    public const int Most = 50;

    public static readonly IReadOnlyList<(string Key, string Name)> Views = [("now", "现在问"), ("own", "等他自己说"), ("later", "还没到时候"), ("ended", "问过的")];

    public static string ViewOf(string? view) => Views.Any(known => known.Key == view) ? view! : Views[0].Key;

    public async Task<IReadOnlyList<CheckRow>> ListAsync(Actor actor, string view, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var open = (await SeenAsync(actor, stop)).Where(row => row.State == RetaliationState.Open);
        var shown = view switch
        {
            "own" => open.Where(row => row.Means == FollowUpMeans.OwnPage && row.AskFrom <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id),
            "later" => open.Where(row => row.AskFrom > now).OrderBy(row => row.AskFrom).ThenBy(row => row.Id),
            "ended" => (await SeenAsync(actor, stop)).Where(row => row.EndedAt != null).OrderByDescending(row => row.EndedAt).ThenBy(row => row.Id),
            _ => open.Where(row => row.Means == FollowUpMeans.Call && row.AskFrom <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id),
        };
        var rows = await (
            from row in shown.Take(Most)
            join request in db.Requests on row.RequestId equals request.Id
            join person in db.Requesters on request.Id equals person.RequestId
            select new { Check = row, request.Title, request.Reference, request.Visibility, Requester = person }).ToListAsync(stop);
        var found = rows.ConvertAll(row => new CheckRow(row.Check, row.Title, row.Reference, names.NameOf(row.Visibility, row.Requester)));
        return view == "ended" ? [.. found.OrderByDescending(row => row.Check.EndedAt)] : [.. found.OrderBy(row => view == "later" ? row.Check.AskFrom : row.Check.DueAt)];
    }

    /// <summary>One of them, to be changed; null where it is not this person's to see.</summary>
    public async Task<RetaliationCheck?> FindAsync(Actor actor, Guid id, CancellationToken stop) =>
        await (await SeenAsync(actor, stop)).AnyAsync(row => row.Id == id, stop) ? await db.RetaliationChecks.SingleAsync(row => row.Id == id, stop) : null;

    private async Task<IQueryable<RetaliationCheck>> SeenAsync(Actor actor, CancellationToken stop)
    {
        UnitId[] roots = [.. (await units.RootsAsync(stop)).Select(unit => unit.UnitId)];
        var reach = scope.Reach(actor, Permission.CallFollowUps);
        return db.RetaliationChecks.AsNoTracking().Where(row =>
            reach.Any(one => one.RequestId == row.RequestId) && !reach.Any(one => one.RequestId == row.RequestId && one.Direct && !roots.Contains(one.UnitId)));
    }
}

/// <param name="Name">李师傅, or 一位职工.</param>
internal sealed record CheckRow(RetaliationCheck Check, string Title, string Reference, string Name);
