using UnionHall.Organisation;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Sampling;

/// <summary>For whom a rule is, in words.</summary>
internal sealed class SamplingWords(UnitDirectory units, ServiceCatalogue services)
{
    public async Task<string> ForAsync(SamplingRule rule, CancellationToken stop)
    {
        var unit = rule.UnitId is { } at ? (await units.FindAsync(at, stop))?.ShortName ?? "原单位" : null;
        var service = rule.Service is { } code ? (await services.FindAsync(code, stop))?.Name ?? code : null;
        return (unit, service) switch
        {
            (null, null) => "所有单位、所有事项",
            (null, _) => $"事项：{service}",
            (_, null) => $"{unit}和下面的单位",
            _ => $"{unit}和下面的单位，事项：{service}",
        };
    }
}
