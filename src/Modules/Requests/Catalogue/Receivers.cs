using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.Catalogue;

/// <summary>The unit that receives a service first, as administrators type and read it: its full name, or its code where others have that name too.</summary>
internal sealed class Receivers(UnitDirectory units)
{
    private const int MostNamed = 5;

    /// <summary>The unit typed; null when nothing was.</summary>
    public async Task<Result<UnitId?>> ReadAsync(string? typed, CancellationToken stop)
    {
        var text = PlainText.SingleLine(typed);
        if (text.Length == 0)
        {
            return (UnitId?)null;
        }

        var found = await FindAsync(text, stop);
        return found switch
        {
            [] => Wrong($"没有找到“{text}”，填单位的全称或编码。"),
            [{ IsOpen: false }] => Wrong($"{found[0].Name}已经撤并，换一个单位。"),
            [{ } one] when OwnUnit.IsOfEmployer(one.Kind) => Wrong("基层的工会不能替别处的职工先收，请填街道以上的工会。"),
            [{ } one] => (UnitId?)one.UnitId,
            _ => Wrong($"叫“{text}”的不止一个，填编码：{string.Join('、', found.Take(MostNamed).Select(one => one.Code))}。"),
        };
    }

    /// <summary>What to type to get this unit.</summary>
    public async Task<string?> TypedAsync(UnitId? unit, CancellationToken stop) =>
        unit is { } key && await units.FindAsync(key, stop) is { } known ? await FindAsync(known.Name, stop) is [_] ? known.Name : known.Code : null;

    public async Task<string?> NameAsync(UnitId? unit, CancellationToken stop) => unit is { } key ? (await units.FindAsync(key, stop))?.Name : null;

    /// <summary>The name of this unit where it was closed since; null where it still receives.</summary>
    public async Task<string?> GoneAsync(UnitId? unit, CancellationToken stop) =>
        unit is { } key && await units.FindAsync(key, stop) is { IsOpen: false } gone ? gone.Name : null;

    private async Task<IReadOnlyList<UnitSummary>> FindAsync(string text, CancellationToken stop) => await units.FindByCodeAsync(text, stop) is { } coded
        ? [coded]
        : [.. (await units.SearchAsync(text, null, 50, stop)).Where(unit => unit.Name == text || unit.ShortName == text).OrderBy(unit => unit.Code, StringComparer.Ordinal)];

    private static Refusal Wrong(string sentence) => new("receiver", sentence, nameof(ServiceForm.Receiver));
}
