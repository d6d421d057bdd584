using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What goes outside, and what comes back from there.</summary>
internal sealed partial class Request
{
    /// <summary>The worker reads it too: what he said is his (个人信息保护法 Art 23).</summary>
    public void TellShared(RequestShare share, Actor actor, DateTimeOffset at) =>
        Tell(TimelineKind.Shared, actor, at, share.UnitId, $"给{share.Recipient}看，到 {ClockText.Day(share.ExpiresAt, at)}：{share.Purpose}");

    public void TellRevoked(RequestShare share, Actor actor, DateTimeOffset at) =>
        Tell(TimelineKind.ShareRevoked, actor, at, share.UnitId, $"不再给{share.Recipient}看");

    /// <summary>The outside party wrote back.</summary>
    public TimelineEntry TakeOutsideWords(RequestShare share, string words, Actor outside, DateTimeOffset at)
    {
        Events.Add(new OutsideAnswered(Id, Reference, share.Id, CurrentUnit, Assignee));
        PlanSweep();
        return Tell(TimelineKind.OutsideAnswered, outside, at, null, words, isPublic: false);
    }
}
