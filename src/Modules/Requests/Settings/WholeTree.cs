using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Settings;

/// <summary>What all units share is changed only by someone whose post covers a whole tree.</summary>
internal sealed class WholeTree(UnitDirectory units)
{
    public async Task<Refusal?> RefusalAsync(Actor actor, CancellationToken stop)
    {
        if (actor.IsPlatform)
        {
            return null;
        }

        var held = actor.Where(Permission.ManageSettings).Where(grant => grant.WholeSubtree).Select(grant => grant.Unit).ToHashSet();
        return (await units.RootsAsync(stop)).Any(root => held.Contains(root.UnitId))
            ? null
            : new Refusal("settings-shared", "这是各级工会共用的，只有管全部单位的系统管理员能改。要改请找上级工会。");
    }
}
