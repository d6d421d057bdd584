using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Messaging.WeChat.ChangeWeChat;

/// <summary>Sets up or changes the connection to the official account. All units share it.</summary>
internal sealed class ChangeWeChatHandler(WeChatDb db, WeChatSeal seal, WholeTree tree, SettingLog log)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "we-chat";

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeWeChatForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop, "公众号") is { } notHis)
        {
            return [notHis];
        }

        var before = await db.AccountAsync(stop);
        var refused = new List<Refusal>();
        var basis = Basis.Read(form.Basis);
        var typed = TypedAccount.Read(form, before, refused);
        refused.AddRange(new[] { basis.Refusal }.OfType<Refusal>());
        var lines = Lines(before, typed);
        if (refused.Count == 0 && lines.Count == 0)
        {
            refused.Add(new Refusal("we-chat-same", "和现在的一样，没有要改的。", nameof(form.AppId)));
        }

        if (refused.Count == 0)
        {
            await SaveAsync(actor, before, typed, new SettingEntry(Area, "account", before is null ? "接入公众号" : "改动", null, basis.Value!, lines), stop);
        }

        return refused;
    }

    private async Task SaveAsync(Actor actor, WeChatAccount? before, TypedAccount typed, SettingEntry entry, CancellationToken stop)
    {
        var account = before ?? db.Accounts.Add(new WeChatAccount()).Entity;
        (account.AppId, account.Mode, account.ApiBase, account.OpenBase, account.SiteBase) = (typed.AppId, typed.Mode, typed.ApiBase, typed.OpenBase, typed.SiteBase);
        account.Secret = typed.Secret is { } secret ? seal.Secret(secret) : account.Secret;
        account.Token = typed.Token is { } token ? seal.Token(token) : account.Token;
        if (typed.Key is { } key)
        {
            account.ChangeKey(seal.Key(key));
        }

        log.Add(actor, entry);
        db.Context.Happened(new WeChatAccountChanged());
        await db.SaveAsync(actor, stop);
    }

    /// <summary>Of secrets it is only said that they were replaced.</summary>
    private static IReadOnlyList<SettingLine> Lines(WeChatAccount? before, TypedAccount after) => SettingLine.Of(
    [
        ("开发者编号", before?.AppId, after.AppId),
        ("开发者密码", Kept(before?.Secret), After(before?.Secret, after.Secret)),
        ("令牌", Kept(before?.Token), After(before?.Token, after.Token)),
        ("消息加解密密钥", Kept(before?.Key), After(before?.Key, after.Key)),
        ("消息加解密方式", before?.Mode.Chinese(), after.Mode.Chinese()),
        ("接口地址", before?.ApiBase, after.ApiBase),
        ("网页授权地址", before?.OpenBase, after.OpenBase),
        ("本站地址", before?.SiteBase, after.SiteBase),
    ]);

    private static string? Kept(byte[]? secret) => secret is null ? null : "原来的";

    private static string? After(byte[]? before, string? typed) => typed is null ? Kept(before) : "已换新";
}
