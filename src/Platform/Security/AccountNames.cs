using UnionHall.Platform.Audit;

namespace UnionHall.Platform.Security;

/// <summary>Names accounts in the audit log: staff by name and user name, workers by surname.</summary>
internal sealed class AccountNames(AccountDirectory accounts) : ISubjectNames
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> keys, CancellationToken stop)
    {
        var found = await accounts.OfAsync([.. keys.Select(key => new AccountId(key))], stop);
        return found.Values.ToDictionary(account => account.Id.Value, account => account.UserName is null ? account.Name : $"{account.Name}（{account.UserName}）");
    }
}
