using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadRateCases;

/// <summary>The follow-ups behind a number, newest first; only those the reader may see as requests.</summary>
internal sealed class RateCaseQuery(RequestsDb db, Scope scope, UnitDirectory units)
{
    private const int PageSize = 100;

    public static readonly IReadOnlyList<(string Key, string Name)> Kinds =
        [("answered", "访到的"), ("unsolved", "没解决的"), ("dissatisfied", "不满意的"), ("unreachable", "联系不上的"), ("excluded", "不计入的")];

    public async Task<RateCases> ListAsync(Actor actor, UnitSummary unit, RatePeriod period, string what, CancellationToken stop)
    {
        var (from, to) = (period.Start, period.End);
        var below = await units.SubtreeAsync(unit.UnitId, stop);
        var reach = scope.Reach(actor);
        var all = db.FollowUps.AsNoTracking().Where(row => row.EndedAt != null && row.EndedAt >= from && row.EndedAt < to && row.State != FollowUpState.Dropped)
            .Where(row => reach.Any(one => one.RequestId == row.RequestId));
        all = below.Count > 1000 ? all : all.Where(row => below.Contains(row.UnitId));
        var wanted = what switch
        {
            "unsolved" => all.Where(row => row.State == FollowUpState.Done && row.SetAside == null && row.Solved != HeardSolved.Solved),
            "dissatisfied" => all.Where(row => row.State == FollowUpState.Done && row.SetAside == null && row.Rating == Rating.Dissatisfied),
            "unreachable" => all.Where(row => row.State == FollowUpState.Unreachable && row.SetAside == null),
            "excluded" => all.Where(row => row.SetAside != null),
            _ => all.Where(row => row.State == FollowUpState.Done && row.SetAside == null),
        };
        var rows = await (from row in wanted.OrderByDescending(row => row.EndedAt).Take(PageSize + 1) join request in db.Requests on row.RequestId equals request.Id select new { row, request.Reference, request.Title }).ToListAsync(stop);
        var names = await units.NamesAsync(rows.Select(one => one.row.UnitId), stop);
        return new RateCases(
            [.. rows.OrderByDescending(one => one.row.EndedAt).Take(PageSize).Select(one => new RateCase(one.row, one.Reference, one.Title, names.GetValueOrDefault(one.row.UnitId, "原单位")))],
            rows.Count > PageSize);
    }
}

internal sealed record RateCase(Domain.FollowUp FollowUp, string Reference, string Title, string Unit);

internal sealed record RateCases(IReadOnlyList<RateCase> Rows, bool HasMore);
