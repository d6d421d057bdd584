using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Parts;

/// <summary>One post as its pages show it.</summary>
internal sealed record PostView(PostId Id, AccountId Account, string Name, Role Role, string UnitName, string? Title, bool WholeSubtree, Period Period)
{
    public static PostView Of(Post post, Reaching reaching) => new(
        post.Id, post.Account, post.HolderName, post.Role, reaching.Tree.Find(post.Unit)?.Name ?? "", post.Title, post.WholeSubtree, post.Period);

    public string Where => WholeSubtree ? $"{UnitName}，含全部下级" : $"{UnitName}，仅本单位";

    /// <summary>2020-01-01 起, 2020-01-01 至 2026-09-17.</summary>
    public string When => Period.To is { } to ? $"{Period.From:yyyy-MM-dd} 至 {to.AddDays(-1):yyyy-MM-dd}" : $"{Period.From:yyyy-MM-dd} 起";
}
