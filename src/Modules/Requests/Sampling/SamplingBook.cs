using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Sampling;

/// <summary>The sampling rules of a day.</summary>
internal sealed class SamplingBook(RequestsDb db, UnitDirectory units, TimeProvider clock)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "sampling-rule";

    public DateOnly Today => ChinaTime.Today(clock);

    /// <summary>The rule that names most of what the request is: its unit before its service before neither.</summary>
    public async Task<SamplingRule?> RuleAsync(FollowUpReason reason, string? service, UnitId unit, CancellationToken stop)
    {
        var lineage = (await units.LineageAsync(unit, stop)).Select(above => above.UnitId).ToList();
        var today = Today;
        return (await ListAsync(stop)).Select(row => row.Rule)
            .Where(rule => rule.ValidFrom <= today && rule.Reason == reason && (rule.Service is null || rule.Service == service) && (rule.UnitId is null || lineage.Contains(rule.UnitId.Value)))
            .OrderBy(rule => rule.UnitId is { } at ? lineage.IndexOf(at) : int.MaxValue).ThenBy(rule => rule.Service is null)
            .FirstOrDefault();
    }

    /// <summary>What is in force today, with what is planned.</summary>
    public async Task<IReadOnlyList<SamplingRow>> ListAsync(CancellationToken stop)
    {
        var today = Today;
        var all = await db.Context.Set<SamplingRule>().AsNoTracking().OrderBy(rule => rule.ValidFrom).ToListAsync(stop);
        return
        [
            .. all.GroupBy(rule => (rule.Reason, rule.Service, rule.UnitId))
                .Select(versions => new SamplingRow(versions.LastOrDefault(rule => rule.ValidFrom <= today) ?? versions.First(), [.. versions.Where(rule => rule.ValidFrom > today)]))
                .Where(row => row.Rule.ValidFrom <= today || row.Planned.Count > 0)
                .OrderBy(row => row.Rule.Reason).ThenBy(row => row.Rule.Service is not null).ThenBy(row => row.Rule.UnitId is not null),
        ];
    }
}

/// <summary>A rule as the pages show it.</summary>
/// <param name="Planned">The same from later days, soonest first.</param>
internal sealed record SamplingRow(SamplingRule Rule, IReadOnlyList<SamplingRule> Planned);
