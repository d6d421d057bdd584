using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Security.Sessions;

/// <summary>Starts, checks and ends sessions. Starting and ending change the context only; the caller saves, then forgets.</summary>
internal sealed class SessionRegister(AppDbContext db, SessionCache cache, IOptions<SignInOptions> options, TimeProvider clock)
{
    /// <summary>How stale the stored time of the last request may be.</summary>
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    public async Task<Session> StartAsync(Account account, SignInWay way, Visit visit, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (account.Kind == AccountKind.Staff)
        {
            await MakeRoomAsync(account.Id, now, stop);
        }

        var session = Session.Start(account, way, visit, now);
        db.Add(session);
        return session;
    }

    /// <summary>The session when it still holds; otherwise null.</summary>
    /// <param name="isUse">True when someone is at it, which is noted; false for what a page asks by itself.</param>
    public async Task<SessionState?> CheckAsync(Guid id, bool isUse, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var state = cache.Find(id) ?? await ReadAsync(id, stop);
        if (state is null || state.IsOver(options.Value, now))
        {
            cache.Forget(id);
            return null;
        }

        if (isUse && now - state.LastSeenAt >= Touch)
        {
            state = state with { LastSeenAt = now };
            await db.Set<Session>().Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), stop);
        }

        cache.Put(state);
        return state;
    }

    /// <summary>The sessions of an account that still hold, newest first.</summary>
    public async Task<List<Session>> OpenAsync(AccountId account, AccountKind kind, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (seenAfter, startedAfter) = (now - options.Value.IdleOf(kind), now - options.Value.LongestOf(kind));
        return await db.Set<Session>()
            .Where(session => session.Account == account && session.EndedAt == null && session.LastSeenAt > seenAfter && session.StartedAt > startedAfter)
            .OrderByDescending(session => session.StartedAt)
            .ToListAsync(stop);
    }

    /// <summary>Ends all sessions of an account, or all but one.</summary>
    public async Task EndAllAsync(AccountId account, SessionEnd reason, Guid? except, CancellationToken stop)
    {
        var open = await db.Set<Session>().Where(session => session.Account == account && session.EndedAt == null && session.Id != except).ToListAsync(stop);
        open.ForEach(session => session.End(reason, clock.GetUtcNow()));
    }

    public void Forget(AccountId account) => cache.ForgetAccount(account);

    private async Task MakeRoomAsync(AccountId account, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var oldest in (await OpenAsync(account, AccountKind.Staff, stop)).Skip(options.Value.StaffSessions - 1))
        {
            oldest.End(SessionEnd.TooMany, now);
            cache.Forget(oldest.Id);
        }
    }

    private Task<SessionState?> ReadAsync(Guid id, CancellationToken stop) =>
        (from session in db.Set<Session>()
         join account in db.Set<Account>() on session.Account equals account.Id
         where session.Id == id && session.EndedAt == null && account.DisabledAt == null
         select new SessionState
         {
             Id = session.Id,
             Account = account.Id,
             Kind = account.Kind,
             Name = account.DisplayName,
             StartedAt = session.StartedAt,
             LastSeenAt = session.LastSeenAt,
             MustChangePassword = account.MustChangePassword,
             PasswordChangedAt = account.PasswordChangedAt,
         }).AsNoTracking().SingleOrDefaultAsync(stop);
}
