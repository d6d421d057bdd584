using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>What all units share is changed only by someone whose post covers a whole tree.</summary>
public sealed class WholeTree(UnitDirectory units)
{
    /// <param name="what">What is shared, in Chinese, as the subject of the refusal: 公众号.</param>
    /// <returns>The refusal settings-shared; null where the actor may.</returns>
    public async Task<Refusal?> RefusalAsync(Actor actor, CancellationToken stop, string what = "这")
    {
        if (actor.IsPlatform)
        {
            return null;
        }

        var held = actor.Where(Permission.ManageSettings).Where(grant => grant.WholeSubtree).Select(grant => grant.Unit).ToHashSet();
        return (await units.RootsAsync(stop)).Any(root => held.Contains(root.UnitId))
            ? null
            : new Refusal("settings-shared", $"{what}是各级工会共用的，只有管全部单位的系统管理员能改。要改请找上级工会。");
    }
}
