using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.ReturnRequest;

/// <summary>Finds the unit somebody wrote down as the right one.</summary>
internal sealed class RightUnit(UnitDirectory units)
{
    private static readonly Refusal Unknown = new("right-unknown", "没有叫这个名字的单位，写全名或编码；不清楚可以不填。", "Right");

    /// <summary>Null where nothing was written.</summary>
    public async Task<Result<UnitId?>> FindAsync(string? words, CancellationToken stop)
    {
        if (words is null)
        {
            return new Result<UnitId?>(null, null);
        }

        var found = await units.FindByCodeAsync(words, stop) is { IsOpen: true } one ? [one] : await units.SearchAsync(words, null, 2, stop);
        var exact = found.FirstOrDefault(unit => unit.Name == words || unit.ShortName == words) ?? (found.Count == 1 ? found[0] : null);
        return exact is null ? Unknown : new Result<UnitId?>(exact.UnitId, null);
    }
}
