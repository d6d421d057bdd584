using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>The sealed identity of a report: two persons open it.</summary>
internal sealed partial class Request
{
    /// <summary>Whoever wants to know who reported needs somebody else's consent.</summary>
    public bool NeedsSecondPerson => MatterType == MatterType.Report;

    public IdentityAsk AskIdentity(UnitId unit, string reason, AccountId by, Actor actor, DateTimeOffset at)
    {
        Tell(TimelineKind.IdentityAsked, actor, at, unit, reason, isPublic: false);
        return IdentityAsk.Of(this, unit, reason, by, actor, at);
    }

    public Result DecideIdentity(IdentityAsk ask, bool granted, string words, int hours, UnitId unit, Actor actor, DateTimeOffset at)
    {
        var result = ask.Decide(this, granted, words, hours, actor, at);
        if (result.Succeeded)
        {
            Tell(granted ? TimelineKind.IdentityGranted : TimelineKind.IdentityRefused, actor, at, unit, $"{ask.AskedName}申请的，{(granted ? "同意" : "不同意")}：{words}", isPublic: false);
        }

        return result;
    }
}
