using UnionHall.Platform.Jobs;
using UnionHall.Requests.OpenIdentity;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the second persons that somebody asks, and that one what was said.</summary>
internal sealed class TellOfIdentity(DeskNotices notices, SecondPersons second) : IEventHandler<IdentityAsked>, IEventHandler<IdentityDecided>
{
    public async Task HandleAsync(IdentityAsked happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "identity-asked", "有同志申请看举报人是谁，等您定", "/open-identity/decide",
        await second.OfAsync(happened.Request, happened.Unit, happened.AskedBy, stop), stop);

    public Task HandleAsync(IdentityDecided happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "identity-decided", happened.Granted ? "申请看身份，另一位同志同意了" : "申请看身份，另一位同志没有同意", "/open-identity", [happened.AskedBy], stop);
}
