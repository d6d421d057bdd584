using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Reads what a case is handled under, and what is handled under it; asks the database only where the request says that there is something.</summary>
internal sealed class CaseMerges(RequestsDb db, UnitDirectory units, OwnUnit ownUnit, Scope scope, IdentitySeal seal)
{
    /// <summary>The others stand on the page of participants.</summary>
    private const int Shown = 5;

    public async Task<MergeView> OfAsync(Actor actor, CaseRow row, CancellationToken stop) =>
        row.HeadId is { } head ? await UnderAsync(actor, row, head, stop)
        : row.Joined > 0 ? await OverAsync(actor, row, stop)
        : MergeView.None;

    private async Task<MergeView> UnderAsync(Actor actor, CaseRow row, RequestId key, CancellationToken stop)
    {
        var head = await db.Requests.AsNoTracking().Where(request => request.Id == key)
            .Select(request => new { request.Reference, request.Title, request.State, request.CurrentUnit }).SingleAsync(stop);
        var lineage = await units.LineageAsync(head.CurrentUnit, stop);
        var may = actor.MayDo(Act.Unmerge, row.State, head.CurrentUnit, [.. lineage.Select(unit => unit.UnitId)]);
        var isSeen = await scope.ReachesAsync(actor, key, stop);
        return new MergeView(new MergeHead(head.Reference, isSeen ? head.Title : null, head.State, lineage[0].ShortName), [], may);
    }

    private async Task<MergeView> OverAsync(Actor actor, CaseRow row, CancellationToken stop)
    {
        var joined = await JoinedAsync(actor, row.Id, stop);
        return new MergeView(null, [.. joined.Take(Shown)], MayUnmerge: false) { All = joined.Count > Shown ? row.Joined : joined.Count };
    }

    private async Task<IReadOnlyList<MergedCase>> JoinedAsync(Actor actor, RequestId key, CancellationToken stop)
    {
        var rows = await (
            from request in scope.Requests(actor).AsNoTracking()
            where request.HeadId == key
            join person in db.Requesters on request.Id equals person.RequestId
            orderby request.Id
            select new { request.Id, request.Reference, request.Title, request.Words, request.Visibility, request.WorksAt, request.MergedAs, request.SubmittedAt, person }).Take(Shown + 1).ToListAsync(stop);
        var joined = new List<MergedCase>();
        foreach (var row in rows)
        {
            var reader = row.Visibility == Visibility.Named ? actor : await ownUnit.WithoutItAsync(actor, row.WorksAt, stop);
            var who = row.Visibility == Visibility.Named ? seal.Open(row.person).Name ?? "没有留姓名" : $"一位职工（{row.Visibility.Chinese()}）";
            var isOwnUnit = reader != actor && !await scope.ReachesAsync(reader, row.Id, stop);
            joined.Add(new MergedCase(row.Reference, row.Title, row.Words, who, row.Visibility, row.MergedAs!.Value, row.SubmittedAt, isOwnUnit));
        }

        return joined;
    }
}

/// <summary>What a case is handled under, and what is handled under it.</summary>
internal sealed record MergeView(MergeHead? Head, IReadOnlyList<MergedCase> Joined, bool MayUnmerge)
{
    public static readonly MergeView None = new(null, [], false);

    /// <summary>How many are handled under it, shown or not.</summary>
    public int All { get; init; }
}

/// <param name="Title">Null where the reader does not reach it.</param>
internal sealed record MergeHead(string Reference, string? Title, RequestState State, string Unit);

/// <param name="Who">His name, where he is named.</param>
/// <param name="IsOwnUnit">The reader belongs to the union the worker is kept apart from.</param>
internal sealed record MergedCase(string Reference, string Title, string Words, string Who, Visibility Visibility, MergeKind Kind, DateTimeOffset SubmittedAt, bool IsOwnUnit);
