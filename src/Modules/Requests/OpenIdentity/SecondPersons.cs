using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Notify;

namespace UnionHall.Requests.OpenIdentity;

/// <summary>Who may agree that an identity is opened: whoever may open identities at the unit of the one who asks, but for him, else at the nearest unit above.</summary>
internal sealed class SecondPersons(TellableStaff tellable, UnitDirectory units)
{
    public async Task<IReadOnlyCollection<AccountId>> OfAsync(RequestId request, UnitId unit, AccountId askedBy, CancellationToken stop) => await tellable.NearestAsync(
        request, unit, await units.LineageAsync(unit, stop), stop, one => one.AccountId != askedBy && one.Role.Allows(Permission.OpenIdentity));
}
