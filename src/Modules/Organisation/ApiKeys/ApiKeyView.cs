using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ApiKeys;

/// <summary>A key as its pages show it.</summary>
internal sealed record ApiKeyView(ApiKey Key, string UnitName, DateOnly Today, DateTimeOffset Now)
{
    public ApiKeyState State => Key.StateOn(Today);

    /// <summary>王敏 · 清溪街道总工会 · 经办人.</summary>
    public string Post => $"{Key.Post.HolderName} · {UnitName} · {Key.Post.Role.Chinese()}";

    public string May => string.Join("、", Key.ScopeSet().Order().Select(scope => scope.Chinese()));

    public string LastDay => $"{Key.ToOn.AddDays(-1):yyyy-MM-dd}";

    public string Used => Key.LastUsedAt is { } at ? SpokenTime.Moment(at, Now) + "用过" : "还没用过";

    public (string Kind, string Icon, string Word) Tag => State switch
    {
        ApiKeyState.Waiting => ("wait", "hourglass", "等领取"),
        ApiKeyState.Working => ("ok", "check", "在用"),
        ApiKeyState.Over => ("soon", "calendar", "已到期"),
        _ => ("late", "ban", "已停用"),
    };

    public static ApiKeyView Of(ApiKey key, Reaching reaching, DateTimeOffset now) => new(key, reaching.Tree.Find(key.Post.Unit)?.ShortName ?? "", ChinaTime.DateOf(now), now);
}
