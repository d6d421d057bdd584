using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Audit.ListAudit;

internal sealed class AuditQuery(AppDbContext db, AuditWords words)
{
    public const int PageSize = 50;

    /// <summary>One page, newest first, and one row more where there is a next page.</summary>
    public async Task<IReadOnlyList<AuditRow>> PageAsync(AuditFilter filter, Guid? after, CancellationToken stop)
    {
        var entries = filter.Apply(db.Set<AuditEntry>().AsNoTracking());
        if (after is { } key)
        {
            entries = entries.Where(entry => entry.Id < key);
        }

        return await words.SayAsync(await entries.OrderByDescending(entry => entry.Id).Take(PageSize + 1).ToListAsync(stop), stop);
    }

    /// <summary>Everything the filter lets through, newest first, read as it is written out.</summary>
    public IAsyncEnumerable<AuditEntry> Stream(AuditFilter filter) =>
        filter.Apply(db.Set<AuditEntry>().AsNoTracking()).OrderByDescending(entry => entry.Id).AsAsyncEnumerable();
}

/// <summary>An entry in words.</summary>
/// <param name="Entry">As it is stored.</param>
/// <param name="What">The event.</param>
/// <param name="Kind">What sort of thing it happened to.</param>
/// <param name="Name">Which one, where someone can name it.</param>
/// <param name="Details">The event's fields.</param>
internal sealed record AuditRow(AuditEntry Entry, string What, string Kind, string? Name, IReadOnlyList<AuditDetail> Details);

internal sealed record AuditDetail(string Label, string Value);
