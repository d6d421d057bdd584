using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ListClocks;

/// <summary>A rule as the pages show it.</summary>
/// <param name="Planned">The same rule from later days, soonest first.</param>
internal sealed record ClockRuleRow(ClockRule Rule, IReadOnlyList<ClockRule> Planned)
{
    public string Name => NameOf(Rule);

    public static string NameOf(ClockRule rule) => rule.Duty.Chinese()
        + (rule.Urgency is { } urgency ? $"（{urgency.Chinese()}）" : rule.MatterType is { } matter ? $"（{matter.Chinese()}）" : "");

    public static string ExtensionOf(ClockRule rule) => rule.MayExtend ? $"可延 {rule.ExtensionTimes} 次，每次 {SpokenTime.Limit(rule.Extension)}" : "不能延";
}

/// <summary>All clock rules, to be shown or changed by administrators.</summary>
internal sealed class ClockBook(RequestsDb db, TimeProvider clock)
{
    public const string RuleArea = "clock-rule";

    public const string ProfileArea = "clock-profile";

    /// <summary>The key of a rule in the log.</summary>
    public static string KeyOf(ClockRule rule) => $"{rule.Profile}-{rule.Code}";

    public DateOnly Today => ChinaTime.Today(clock);

    public async Task<IReadOnlyList<ClockRuleRow>> ListAsync(string profile, CancellationToken stop)
    {
        var today = Today;
        var rules = await db.Context.Set<ClockRule>().AsNoTracking().Where(rule => rule.Profile == profile && (rule.ValidTo == null || rule.ValidTo >= today)).OrderBy(rule => rule.ValidFrom).ToListAsync(stop);
        return
        [
            .. rules.Where(rule => rule.IsInForce(today)).OrderBy(rule => rule.Code.Length).ThenBy(rule => rule.Code, StringComparer.Ordinal).ThenBy(rule => rule.Duty)
                .Select(rule => new ClockRuleRow(rule, [.. rules.Where(other => other.ValidFrom > today && other.IsSame(rule) && (other.ValidTo is null || other.ValidTo >= other.ValidFrom))])),
        ];
    }

    public async Task<ClockRuleRow?> FindAsync(Guid key, CancellationToken stop) =>
        await db.Context.Set<ClockRule>().AsNoTracking().SingleOrDefaultAsync(rule => rule.Id == key, stop) is { } found
            ? (await ListAsync(found.Profile, stop)).FirstOrDefault(row => row.Rule.IsSame(found))
            : null;

    /// <summary>What is in force and what comes, soonest first.</summary>
    public async Task<IReadOnlyList<ClockProfile>> ProfilesAsync(CancellationToken stop)
    {
        var today = Today;
        var rows = await db.Context.Set<ClockProfile>().AsNoTracking().OrderBy(row => row.ValidFrom).ToListAsync(stop);
        return [rows.Last(row => row.ValidFrom <= today), .. rows.Where(row => row.ValidFrom > today)];
    }
}
