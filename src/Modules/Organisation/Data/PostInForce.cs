using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Organisation.Data;

/// <summary>A row of the union of own and lent posts. A lent post is in force while both the post and the delegation are.</summary>
/// <param name="Other">Of a lent post its holder; of an own post who stands in today.</param>
/// <param name="Until">The first day that is over.</param>
internal sealed record PostInForce(Guid Account, string Name, Guid Unit, string Role, string? Title, bool WholeSubtree, Guid? LentBy, string? Other, DateOnly? Until)
{
    /// <summary>{0} stands for the day.</summary>
    public const string Sql =
        """
        select account_id as "Account", holder_name as "Name", unit_id as "Unit", role as "Role", title as "Title",
               whole_subtree as "WholeSubtree", null::uuid as "LentBy", away.to_name as "Other", away.to_on as "Until"
        from post
        left join lateral (select d.to_name, d.to_on from delegation d where d.post_id = post.id and d.from_on <= {0} and d.to_on > {0} order by d.to_on desc limit 1) away on true
        where post.from_on <= {0} and (post.to_on is null or post.to_on > {0})
        union all
        select lent.to_account, lent.to_name, post.unit_id, post.role, post.title, post.whole_subtree, post.account_id, post.holder_name, lent.to_on
        from delegation lent join post on post.id = lent.post_id
        where lent.from_on <= {0} and lent.to_on > {0}
          and post.from_on <= {0} and (post.to_on is null or post.to_on > {0})
        """;

    public static IQueryable<PostInForce> On(AppDbContext context, DateOnly day) => context.Database.SqlQueryRaw<PostInForce>(Sql, day);
}
