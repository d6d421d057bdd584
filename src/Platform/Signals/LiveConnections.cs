using System.Collections.Concurrent;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Signals;

/// <summary>Counts the open event streams of each account on this node: browsers open one per tab, and forget some.</summary>
internal sealed class LiveConnections
{
    private const int Most = 6;

    private readonly ConcurrentDictionary<AccountId, int> open = new();

    /// <returns>Something to dispose when the stream ends, or null when the account has too many already.</returns>
    public IDisposable? Open(AccountId account)
    {
        if (open.AddOrUpdate(account, 1, (_, count) => count + 1) <= Most)
        {
            return new Place(this, account);
        }

        Close(account);
        return null;
    }

    private void Close(AccountId account)
    {
        if (open.AddOrUpdate(account, 0, (_, count) => count - 1) <= 0)
        {
            open.TryRemove(new KeyValuePair<AccountId, int>(account, 0));
        }
    }

    private sealed class Place(LiveConnections all, AccountId account) : IDisposable
    {
        public void Dispose() => all.Close(account);
    }
}
