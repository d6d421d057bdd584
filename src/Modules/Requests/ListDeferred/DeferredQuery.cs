using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ListDeferred;

/// <summary>Reads the deferred requests in scope. They are few: the partial index request_deferred holds them all.</summary>
internal sealed class DeferredQuery(RequestsDb db, Scope scope, UnitDirectory units, TimeProvider clock)
{
    private const int PageSize = 50;

    public async Task<DeferredList> ListAsync(Actor actor, string? after, CancellationToken stop)
    {
        var from = Read(after);
        var rows = await scope.Requests(actor).AsNoTracking()
            .Where(request => request.IsDeferred && request.PausedUntil >= from)
            .OrderBy(request => request.PausedUntil).ThenBy(request => request.Id).Take(PageSize + 1)
            .Select(request => new { request.Reference, request.Title, request.CurrentUnit, Until = request.PausedUntil!.Value, Since = request.PausedAt!.Value, request.Id }).ToListAsync(stop);
        var keys = rows.ConvertAll(row => row.Id);
        var reasons = (await db.Ledger.AsNoTracking().Where(entry => keys.Contains(entry.RequestId) && entry.Kind == ClockChange.Deferred).ToListAsync(stop))
            .GroupBy(entry => entry.RequestId).ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Id)!);
        var names = await units.NamesAsync(rows.Select(row => row.CurrentUnit), stop);
        return new DeferredList(
            [.. rows.Take(PageSize).Select(row => new DeferredRow(
                row.Reference, row.Title, names.GetValueOrDefault(row.CurrentUnit, ""), row.Since, row.Until, reasons.GetValueOrDefault(row.Id)?.Reason, reasons.GetValueOrDefault(row.Id)?.ApprovedName))],
            rows.Count > PageSize ? rows[PageSize].Until.UtcTicks.ToString(CultureInfo.InvariantCulture) : null,
            clock.GetUtcNow());
    }

    private static DateTimeOffset Read(string? after) =>
        long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= ChinaTime.StartOf(new DateOnly(9000, 1, 1)).UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : ChinaTime.StartOf(new DateOnly(2000, 1, 1));
}

internal sealed record DeferredRow(string Reference, string Title, string Unit, DateTimeOffset Since, DateTimeOffset Until, string? Reason, string? ApprovedName);

internal sealed record DeferredList(IReadOnlyList<DeferredRow> Rows, string? Next, DateTimeOffset Now);
