using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Macros;

/// <summary>The macros of a day.</summary>
internal sealed class MacroBook(RequestsDb db, TimeProvider clock)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "macro";

    public DateOnly Today => ChinaTime.Today(clock);

    public async Task<IReadOnlyList<MacroRow>> ListAsync(CancellationToken stop)
    {
        var today = Today;
        return
        [
            .. (await db.Macros.AsNoTracking().OrderBy(row => row.ValidFrom).ToListAsync(stop)).GroupBy(row => row.Code)
                .Select(versions => new MacroRow(versions.LastOrDefault(row => row.ValidFrom <= today) ?? versions.First(), [.. versions.Where(row => row.ValidFrom > today)]))
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

/// <summary>A macro as the pages show it.</summary>
/// <param name="Planned">The same from later days, soonest first.</param>
internal sealed record MacroRow(Macro Shown, IReadOnlyList<Macro> Planned)
{
    /// <summary>What a change goes on from.</summary>
    public Macro Latest => Planned.Count > 0 ? Planned[^1] : Shown;
}
