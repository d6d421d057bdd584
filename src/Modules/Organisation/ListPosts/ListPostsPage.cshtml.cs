using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ListPosts;

[Needs(Permission.ManageAccess)]
internal sealed class ListPostsPage(UnitsInReach units, OrganisationDb db, TimeProvider clock) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>now, coming or past.</summary>
    [BindProperty(SupportsGet = true)]
    public string? When { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public string? UnitName { get; private set; }

    public IReadOnlyList<(PostView Post, IReadOnlyList<Delegation> Lent)> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageAccess, stop);
        var under = reaching.Find(Unit?.Trim());
        UnitName = under?.Unit.ShortName;
        var found = Filter(db.PostsIn(reaching, under).AsNoTracking());
        Total = await found.CountAsync(stop);
        if (After is { } after && await db.Posts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == new PostId(after), stop) is { } last)
        {
            found = found.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.HolderName, row.Id), ValueTuple.Create(last.HolderName, last.Id)));
        }

        var posts = await found.OrderBy(row => row.HolderName).ThenBy(row => row.Id).Take(PerPage + 1).ToListAsync(stop);
        var lent = await LentAsync([.. posts.Select(post => post.Id)], stop);
        Rows = [.. posts.Take(PerPage).Select(post => (PostView.Of(post, reaching), (IReadOnlyList<Delegation>)[.. lent[post.Id]]))];
        Next = posts.Count > PerPage ? Rows[^1].Post.Id.Value : null;
    }

    public string Address(Guid? after) => QueryHelpers.AddQueryString(
        "/admin/posts",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["unit"] = Unit, ["role"] = Role, ["when"] = When, ["after"] = after?.ToString() }
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private IQueryable<Post> Filter(IQueryable<Post> posts)
    {
        var today = ChinaTime.Today(clock);
        posts = When switch
        {
            "past" => posts.Where(post => post.ToOn <= today),
            "coming" => posts.Where(post => post.FromOn > today && (post.ToOn == null || post.ToOn > post.FromOn)),
            _ => posts.Where(post => post.FromOn <= today && (post.ToOn == null || post.ToOn > today)),
        };
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var name = Q.Trim();
            posts = posts.Where(post => post.HolderName.Contains(name));
        }

        return RoleNames.Parse(Role) is { } role ? posts.Where(post => post.Role == role) : posts;
    }

    private async Task<ILookup<PostId, Delegation>> LentAsync(PostId[] posts, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var lent = await db.Delegations.AsNoTracking().Where(row => posts.Contains(row.PostId) && row.ToOn > today).OrderBy(row => row.FromOn).ToListAsync(stop);
        return lent.ToLookup(row => row.PostId);
    }
}
