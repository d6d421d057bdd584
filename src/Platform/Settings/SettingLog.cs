using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Settings;

/// <summary>One value of a change, in the words of the page; empty where there was or is none.</summary>
public sealed record SettingLine(string Name, string Before, string After)
{
    /// <summary>Those of the pairs that differ.</summary>
    public static IReadOnlyList<SettingLine> Of(IEnumerable<(string Name, string? Before, string? After)> pairs) =>
        [.. pairs.Where(pair => (pair.Before ?? "") != (pair.After ?? "")).Select(pair => new SettingLine(pair.Name, pair.Before ?? "", pair.After ?? ""))];
}

/// <summary>What is recorded of a change.</summary>
/// <param name="Area">Which settings, kebab-case.</param>
/// <param name="Key">Which of them.</param>
/// <param name="What">Chinese, e.g. 停用.</param>
/// <param name="ValidFrom">From which day it counts; null where it counts at once.</param>
/// <param name="Basis">The document it rests on, as <see cref="Basis.Read"/> gives it.</param>
public sealed record SettingEntry(string Area, string Key, string What, DateOnly? ValidFrom, string Basis, IReadOnlyList<SettingLine> Lines);

/// <summary>A recorded change, for a page.</summary>
/// <param name="ActorName">The full name: staff tell each other who it was.</param>
public sealed record SettingStep(SettingEntry Entry, DateTimeOffset At, string ActorName);

/// <summary>The history of the rules that administrators keep, beside the rules themselves: for the people who work by them.</summary>
public sealed class SettingLog(AppDbContext db, AccountDirectory accounts, TimeProvider clock)
{
    private const int Most = 50;

    private static readonly Refusal Meanwhile = new("setting-changed-meanwhile", "您打开以后，别人改过这里。请重新打开，看过新的再改。");

    /// <summary>The latest change of one setting, or of any in the area; null before the first. A form carries it along.</summary>
    public Task<Guid?> LatestAsync(string area, string? key, CancellationToken stop) =>
        db.Set<SettingChange>().Where(row => row.Area == area && (key == null || row.Key == key)).OrderByDescending(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(stop);

    /// <summary>Null while <paramref name="seen"/> is the latest: nobody overwrites what he did not see. Ask within the turn.</summary>
    public async Task<Refusal?> MeanwhileAsync(string area, string? key, Guid? seen, CancellationToken stop) => await LatestAsync(area, key, stop) == seen ? null : Meanwhile;

    /// <summary>Adds to the context; the caller saves it together with the change and its event.</summary>
    public void Add(Actor actor, SettingEntry entry)
    {
        var now = clock.GetUtcNow();
        db.Add(new SettingChange
        {
            Id = SortableId.Next(now),
            Area = entry.Area,
            Key = entry.Key,
            What = entry.What,
            At = now,
            Account = actor.Account,
            ActorName = actor.Name,
            ValidFrom = entry.ValidFrom,
            Basis = entry.Basis,
            Lines = JsonSerializer.Serialize(entry.Lines, ChangeRecorder.Json),
        });
    }

    /// <summary>The latest fifty changes of one setting, or of all in the area; newest first.</summary>
    public async Task<IReadOnlyList<SettingStep>> ListAsync(string area, string? key, CancellationToken stop)
    {
        var rows = await db.Set<SettingChange>().AsNoTracking().Where(row => row.Area == area && (key == null || row.Key == key))
            .OrderByDescending(row => row.Id).Take(Most).ToListAsync(stop);
        var names = await accounts.OfAsync([.. rows.Select(row => row.Account).OfType<AccountId>().Distinct()], stop);
        return [.. rows.Select(row => new SettingStep(
            new SettingEntry(row.Area, row.Key, row.What, row.ValidFrom, row.Basis, JsonSerializer.Deserialize<SettingLine[]>(row.Lines, ChangeRecorder.Json)!), row.At,
            row.Account is { } account && names.TryGetValue(account, out var known) ? known.Name : row.ActorName))];
    }
}
