using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ApiKeys;

/// <summary>Keys and posts for the pages of keys; outside of the reach of the administrator there are none.</summary>
internal sealed class ApiKeysInReach(UnitsInReach units, OrganisationDb db, TimeProvider clock)
{
    private const int MostFound = 20;

    public Task<Reaching> GetAsync(CancellationToken stop) => units.GetAsync(Permission.ManageSettings, stop);

    /// <summary>Newest first, all of them: there are few.</summary>
    public async Task<IReadOnlyList<ApiKeyView>> ListAsync(Reaching reaching, CancellationToken stop)
    {
        var posts = db.PostsIn(reaching, under: null);
        var keys = await db.ApiKeys.AsNoTracking().Include(key => key.Post).Where(key => posts.Any(post => post.Id == key.PostId)).OrderByDescending(key => key.Id).ToListAsync(stop);
        return [.. keys.Select(key => ApiKeyView.Of(key, reaching, clock.GetUtcNow()))];
    }

    public async Task<ApiKeyView?> FindAsync(Guid id, Reaching reaching, CancellationToken stop)
    {
        var key = await db.ApiKeys.AsNoTracking().Include(row => row.Post).SingleOrDefaultAsync(row => row.Id == new ApiKeyId(id), stop);
        return key is not null && reaching.Covers(key.Post.Unit) ? ApiKeyView.Of(key, reaching, clock.GetUtcNow()) : null;
    }

    /// <summary>Posts held today by people whose name has these letters.</summary>
    public async Task<IReadOnlyList<PostView>> PostsAsync(Reaching reaching, string? name, Guid? picked, CancellationToken stop)
    {
        var (wanted, today, chosen) = (name?.Trim() ?? "", ChinaTime.Today(clock), new PostId(picked ?? Guid.Empty));
        var posts = await db.PostsIn(reaching, under: null).AsNoTracking()
            .Where(post => post.FromOn <= today && (post.ToOn == null || post.ToOn > today))
            .Where(post => post.Id == chosen || (wanted != "" && post.HolderName.Contains(wanted)))
            .OrderByDescending(post => post.Id == chosen).ThenBy(post => post.HolderName).ThenBy(post => post.Id).Take(MostFound).ToListAsync(stop);
        return [.. posts.Select(post => PostView.Of(post, reaching))];
    }
}
