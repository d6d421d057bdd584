using UnionHall.Organisation;

namespace UnionHall.Requests.Open311;

/// <summary>The trees of this site by the codes of their top units. Only where there are several a call has to name one.</summary>
internal sealed class Jurisdictions(UnitDirectory units)
{
    public const string Argument = "jurisdiction_id";

    public async Task<(UnitSummary? Top, Open311Error? Error)> FindAsync(Open311Arguments arguments, CancellationToken stop)
    {
        var tops = (await units.RootsAsync(stop)).Where(top => top.IsOpen).ToList();
        if (arguments.Of(Argument) is { } wanted)
        {
            return tops.Find(top => top.Code == wanted) is { } named ? (named, null) : (null, Open311Error.NotFound($"没有叫“{wanted}”的 {Argument}。"));
        }

        return tops.Count switch
        {
            0 => (null, Open311Error.Wrong("这里还没有设好接收的工会，暂时收不了。急的话请拨打 12351。")),
            1 => (tops[0], null),
            _ => (null, Open311Error.Wrong($"这里不止一个地方，请带上 {Argument}：{string.Join("、", tops.Select(top => $"{top.Code}（{top.ShortName}）"))}。")),
        };
    }
}
