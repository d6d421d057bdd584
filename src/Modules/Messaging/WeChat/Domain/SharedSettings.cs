using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.Domain;

/// <summary>All units share one official account: only someone whose post covers a whole tree changes it.</summary>
internal sealed class SharedSettings(UnitDirectory units)
{
    public async Task<Refusal?> RefusalAsync(Actor actor, CancellationToken stop)
    {
        var held = actor.Where(Permission.ManageSettings).Where(grant => grant.WholeSubtree).Select(grant => grant.Unit).ToHashSet();
        return actor.IsPlatform || (await units.RootsAsync(stop)).Any(root => held.Contains(root.UnitId))
            ? null
            : new Refusal("settings-shared", "公众号是各级工会共用的，只有管全部单位的系统管理员能改。要改请找上级工会。");
    }
}
