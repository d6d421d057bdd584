using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.ListReturns;

/// <summary>Reads the objections that wait and that this actor may decide. They are few: a partial index holds them all.</summary>
internal sealed class ReturnQuery(RequestsDb db, Scope scope, UnitDirectory units, TimeProvider clock)
{
    private const int PageSize = 50;

    public async Task<ReturnList> ListAsync(Actor actor, string? after, CancellationToken stop)
    {
        var since = Read(after);
        var rows = await (
            from ask in db.Returns.AsNoTracking()
            join order in db.Orders on ask.OrderId equals order.Id
            join request in scope.Requests(actor) on ask.RequestId equals request.Id
            where ask.Accepted == null && order.FinishedAt == null && ask.AskedAt >= since
            orderby ask.AskedAt, ask.Id
            select new { request.Reference, request.Title, request.State, ask.UnitId, ask.SentBy, ask.Reason, ask.AskedAt, ask.AskedBy, ask.AskedName, order.DueAt }).Take(PageSize + 1).ToListAsync(stop);
        var mine = new List<ReturnRow>();
        foreach (var row in rows.Take(PageSize))
        {
            var lineage = await units.LineageAsync(row.SentBy, stop);
            if (actor.Account != row.AskedBy && actor.MayDo(Act.DecideReturn, row.State, row.SentBy, [.. lineage.Select(unit => unit.UnitId)]))
            {
                mine.Add(new ReturnRow(row.Reference, row.Title, (await units.FindAsync(row.UnitId, stop))?.ShortName ?? "", lineage[0].ShortName, row.Reason, row.AskedName, row.AskedAt, row.DueAt));
            }
        }

        return new ReturnList(mine, rows.Count > PageSize ? rows[PageSize].AskedAt.UtcTicks.ToString(CultureInfo.InvariantCulture) : null, clock.GetUtcNow());
    }

    private static DateTimeOffset Read(string? after) =>
        long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= ChinaTime.StartOf(new DateOnly(9000, 1, 1)).UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : ChinaTime.StartOf(new DateOnly(2000, 1, 1));
}

internal sealed record ReturnRow(string Reference, string Title, string Unit, string SentBy, string Reason, string AskedName, DateTimeOffset AskedAt, DateTimeOffset DueAt);

internal sealed record ReturnList(IReadOnlyList<ReturnRow> Rows, string? Next, DateTimeOffset Now);
