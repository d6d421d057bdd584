using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ApiKeys;

/// <summary>Opens keys. Read afresh each time: a key that is revoked, or whose post ended or holder's account was closed, stops working at once.</summary>
internal sealed class ApiKeyRing(OrganisationDb db, ApiKeySeal seal, AccountDirectory accounts, UnitDirectory units, TimeProvider clock)
{
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    public async Task<ApiCaller?> FindAsync(string typed, string? address, CancellationToken stop)
    {
        if (seal.PrintOf(typed) is not { } print
            || await db.ApiKeys.AsNoTracking().Include(row => row.Post).SingleOrDefaultAsync(row => row.Print == print, stop) is not { } key)
        {
            return null;
        }

        var (now, today) = (clock.GetUtcNow(), ChinaTime.Today(clock));
        if (key.StateOn(today) != ApiKeyState.Working || key.Post.FromOn > today || await accounts.FindAsync(key.Post.Account, stop) is not { IsDisabled: false } holder)
        {
            return null;
        }

        if (key.LastUsedAt is not { } last || now - last > Seldom)
        {
            await db.ApiKeys.Where(row => row.Id == key.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, now), stop);
        }

        var unit = await units.FindAsync(key.Post.Unit, stop);
        var grant = new Grant(key.Post.Unit, unit?.Name ?? "", key.Post.Role, key.Post.WholeSubtree);
        return new ApiCaller(key.Id, new Actor(holder.Id, holder.PublicName, [grant], address), key.ScopeSet(), key.PerMinute);
    }
}
