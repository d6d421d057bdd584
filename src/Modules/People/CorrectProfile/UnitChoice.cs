using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.People.CorrectProfile;

/// <summary>Turns what a worker typed as his unit, and perhaps picked from a list, into one unit; without a script.</summary>
internal sealed class UnitChoice(UnitDirectory units)
{
    private const int Most = 8;

    /// <summary>The units that fit what was typed, when more than one does.</summary>
    public IReadOnlyList<(UnitSummary Unit, string Place)> Found { get; private set; } = [];

    /// <summary>The unit; null for none; a refusal when it is not clear which.</summary>
    public async Task<Result<UnitId?>> ReadAsync(string? typed, Guid? picked, CancellationToken stop)
    {
        var text = PlainText.SingleLine(typed);
        if (text.Length == 0)
        {
            return new Result<UnitId?>(null, null);
        }

        var found = await units.SearchAsync(text, null, Most + 1, stop);
        var same = found.Where(unit => unit.Name == text || unit.ShortName == text).ToList();
        if (found.FirstOrDefault(unit => unit.UnitId.Value == picked) is { } chosen)
        {
            return new Result<UnitId?>(chosen.UnitId, null);
        }

        if (same.Count == 1 || found.Count == 1)
        {
            return new Result<UnitId?>((same.Count == 1 ? same : found)[0].UnitId, null);
        }

        await ShowAsync(found, stop);
        return found.Count == 0
            ? new Refusal("unit-unknown", $"没有找到“{text}”。少写几个字再试，比如只写公司简称；找不到就空着。", nameof(CorrectProfileForm.UnitText))
            : new Refusal("unit-unclear", found.Count > Most ? "叫这个名的不止这些，多写几个字，或从下面选一个。" : "叫这个名的有几家，从下面选一个。", nameof(CorrectProfileForm.UnitText));
    }

    private async Task ShowAsync(IReadOnlyList<UnitSummary> found, CancellationToken stop)
    {
        var shown = new List<(UnitSummary, string)>();
        foreach (var unit in found.Take(Most))
        {
            var above = (await units.LineageAsync(unit.UnitId, stop)).Skip(1).Select(one => one.ShortName).Reverse();
            shown.Add((unit, string.Join(" › ", above)));
        }

        Found = shown;
    }
}
