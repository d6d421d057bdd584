using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Notify;

/// <summary>Finds the second person: whoever may open identities at the unit or above it, but for the one who asked; and tells that one what was said.</summary>
internal sealed class TellOfIdentity(DeskNotices notices, StaffDirectory staff, UnitDirectory units) : IEventHandler<IdentityAsked>, IEventHandler<IdentityDecided>
{
    public async Task HandleAsync(IdentityAsked happened, CancellationToken stop)
    {
        var lineage = (await units.LineageAsync(happened.Unit, stop)).Take(2).Select(unit => unit.UnitId).ToList();
        var people = (await staff.AtAsync(lineage, stop)).Where(one => one.Role.Allows(Permission.OpenIdentity) && one.AccountId != happened.AskedBy && (one.WholeSubtree || one.UnitId == happened.Unit))
            .Select(one => one.AccountId).Distinct().ToList();
        await notices.SendAsync(happened.Request, happened.Reference, "identity-asked", "有同志申请看举报人是谁，等您定", "/open-identity/decide", people, stop);
    }

    public Task HandleAsync(IdentityDecided happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "identity-decided", happened.Granted ? "申请看身份，另一位同志同意了" : "申请看身份，另一位同志没有同意", "/open-identity", [happened.AskedBy], stop);
}
