using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Macros;

/// <summary>The macros of a day.</summary>
internal sealed class MacroBook(RequestsDb db, TimeProvider clock)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "macro";

    public DateOnly Today => ChinaTime.Today(clock);

    public async Task<IReadOnlyList<DatedRow<Macro>>> ListAsync(CancellationToken stop)
    {
        var today = Today;
        return
        [
            .. (await db.Macros.AsNoTracking().OrderBy(row => row.ValidFrom).ToListAsync(stop)).GroupBy(row => row.Code)
                .Select(versions => DatedRows.Of(versions, row => row.ValidFrom, today))
                .OrderBy(row => !row.Shown.IsUsed).ThenBy(row => row.Shown.Id),
        ];
    }

    /// <summary>What may be run today.</summary>
    public async Task<IReadOnlyList<Macro>> InForceAsync(CancellationToken stop)
    {
        var today = Today;
        return [.. (await ListAsync(stop)).Select(row => row.Shown).Where(row => row.IsUsed && row.ValidFrom <= today)];
    }
}
