using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Organisation.Data;

/// <summary>A row of the union of own and lent posts. A lent post is in force while both the post and the delegation are.</summary>
internal sealed record PostInForce(Guid Account, string Name, Guid Unit, string Role, string? Title, bool WholeSubtree, Guid? LentBy)
{
    public static IQueryable<PostInForce> On(AppDbContext context, DateOnly day) => context.Database.SqlQuery<PostInForce>(
        $"""
        select account_id as "Account", holder_name as "Name", unit_id as "Unit", role as "Role", title as "Title",
               whole_subtree as "WholeSubtree", null::uuid as "LentBy"
        from post
        where from_on <= {day} and (to_on is null or to_on > {day})
        union all
        select lent.to_account, lent.to_name, post.unit_id, post.role, post.title, post.whole_subtree, post.account_id
        from delegation lent join post on post.id = lent.post_id
        where lent.from_on <= {day} and lent.to_on > {day}
          and post.from_on <= {day} and (post.to_on is null or post.to_on > {day})
        """);
}
