using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Organisation.Domain;

/// <summary>A key as the administrator wants it.</summary>
/// <param name="LastDay">The last day it works.</param>
internal sealed record ApiKeyDraft(string Name, IReadOnlyList<ApiScope> Scopes, DateOnly LastDay, int PerMinute);

/// <summary>What keys there may be.</summary>
internal static class ApiKeyRules
{
    public const int NameMost = 40;
    public const int FastestMost = 6_000;
    public const int ShortestReason = 4;
    public const int LongestReason = 200;
    private const int YearsMost = 2;

    public static readonly Refusal NotYours = new("api-key-not-yours", "这个密钥不是给您的职务的，领不了。");

    public static readonly Refusal NotWaiting = new("api-key-not-waiting", "这个密钥已经领过、停用或者到期了，不能再领。没记下来，请系统管理员停用它，再开一个。");

    public static readonly Refusal Revoked = new("api-key-revoked", "这个密钥已经停用了。");

    public static readonly Refusal ReasonLength = new("api-key-reason", $"写一下为什么停用，{ShortestReason} 到 {LongestReason} 个字。", "Reason");

    public static Refusal? Refusal(ApiKeyDraft draft, Post post, DateOnly today)
    {
        if (PlainText.CountCodePoints(draft.Name) is 0 or > NameMost)
        {
            return new Refusal("api-key-name", $"写一下是哪个系统用，{NameMost} 个字以内。", "Name");
        }

        if (draft.Scopes.Count == 0)
        {
            return new Refusal("api-key-scopes", "选一下可以做什么，至少一样。", "Scopes");
        }

        if (draft.Scopes.FirstOrDefault(scope => !post.Role.Allows(scope.Needs())) is var beyond && beyond != default)
        {
            return new Refusal("api-key-beyond-post", $"{post.Role.Chinese()}自己不能做“{beyond.Chinese()}”，密钥也不能。换一个职务，或者去掉这一样。", "Scopes");
        }

        if (draft.LastDay < today || draft.LastDay > today.AddYears(YearsMost))
        {
            return new Refusal("api-key-last-day", $"用到哪天，要从今天起，{YearsMost} 年以内。到期再开一个新的。", "LastDay");
        }

        return draft.PerMinute is < 1 or > FastestMost ? new Refusal("api-key-speed", $"每分钟 1 到 {FastestMost:#,0} 次。", "PerMinute") : null;
    }
}
