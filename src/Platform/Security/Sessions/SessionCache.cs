using System.Collections.Concurrent;

namespace UnionHall.Platform.Security.Sessions;

/// <summary>
/// Saves asking the database about the same session at every request. An end on this node is known at once, an end
/// on another node after <see cref="Trust"/>.
/// </summary>
internal sealed class SessionCache(TimeProvider clock)
{
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);
    private const int Room = 20_000;

    private readonly ConcurrentDictionary<Guid, (SessionState State, DateTimeOffset ReadAt)> known = new();

    public SessionState? Find(Guid session) =>
        known.TryGetValue(session, out var entry) && clock.GetUtcNow() - entry.ReadAt < Trust ? entry.State : null;

    public void Put(SessionState state)
    {
        if (known.Count >= Room)
        {
            known.Clear();
        }

        known[state.Id] = (state, clock.GetUtcNow());
    }

    public void Forget(Guid session) => known.TryRemove(session, out _);

    public void ForgetAccount(AccountId account)
    {
        foreach (var (id, entry) in known)
        {
            if (entry.State.Account == account)
            {
                known.TryRemove(id, out _);
            }
        }
    }
}
