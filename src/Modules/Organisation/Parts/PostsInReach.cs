using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Parts;

/// <summary>Finds a post for the pages that act on it; outside of the reach of who is signed in it does not exist.</summary>
internal sealed class PostsInReach(UnitsInReach units, OrganisationDb db)
{
    public Task<Reaching> GetAsync(CancellationToken stop) => units.GetAsync(Permission.ManageAccess, stop);

    public async Task<(Reaching Reaching, PostView Post)?> FindAsync(Guid id, CancellationToken stop)
    {
        var reaching = await GetAsync(stop);
        var post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == new PostId(id), stop);
        return post is not null && reaching.Covers(post.Unit) ? (reaching, PostView.Of(post, reaching)) : null;
    }

    /// <summary>What an account holds from the day on, in reach.</summary>
    public async Task<IReadOnlyList<PostView>> OfAsync(Reaching reaching, AccountId account, DateOnly day, CancellationToken stop)
    {
        var posts = await db.PostsAfter(day).AsNoTracking().Where(post => post.Account == account).OrderBy(post => post.Id).ToListAsync(stop);
        return [.. posts.Where(post => reaching.Covers(post.Unit)).Select(post => PostView.Of(post, reaching))];
    }
}
