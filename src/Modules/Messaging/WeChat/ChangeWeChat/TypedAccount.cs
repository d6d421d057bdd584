using System.Text.RegularExpressions;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.ChangeWeChat;

/// <summary>What was typed, each value checked by its shape; a secret is null when it stays as it is.</summary>
internal sealed partial record TypedAccount(string AppId, string? Secret, string? Token, string? Key, PushMode Mode, string ApiBase, string OpenBase, string SiteBase)
{
    private const int LongestAddress = 200;

    public static TypedAccount Read(ChangeWeChatForm form, WeChatAccount? before, List<Refusal> refused)
    {
        var typed = new TypedAccount(
            Matching(form.AppId, AppIdShape(), nameof(form.AppId), "开发者编号以 wx 开头，后面是字母和数字，从公众平台复制过来最稳妥。", refused),
            Secrets(form.Secret, SecretShape(), before is null, nameof(form.Secret), "开发者密码是 32 个字母和数字，从公众平台复制过来。", refused),
            Secrets(form.Token, TokenShape(), before is null, nameof(form.Token), "令牌是 3 到 32 个字母或数字，和公众平台上填的一样。", refused),
            Secrets(form.Key, KeyShape(), mustBe: false, nameof(form.Key), "消息加解密密钥是 43 个字母和数字，从公众平台复制过来。", refused),
            Enum.GetValues<PushMode>().FirstOrDefault(mode => EnumWord.Of(mode) == form.Mode),
            Address(form.ApiBase, nameof(form.ApiBase), refused),
            Address(form.OpenBase, nameof(form.OpenBase), refused),
            Address(form.SiteBase, nameof(form.SiteBase), refused));
        typed.Judge(before, refused);
        return typed;
    }

    private void Judge(WeChatAccount? before, List<Refusal> refused)
    {
        if (Mode == default)
        {
            refused.Add(new Refusal("mode-missing", "消息加解密方式还没选。", nameof(Mode)));
        }
        else if (Mode != PushMode.Plain && Key is null && before?.Key is null)
        {
            refused.Add(new Refusal("key-missing", "兼容模式和安全模式要用消息加解密密钥，还没填。", nameof(Key)));
        }

        // Whoever may change where the secret is sent must know it: otherwise this form would tell it to anyone who may open it.
        if (before is not null && Secret is null && (before.ApiBase != ApiBase || before.AppId != AppId))
        {
            refused.Add(new Refusal("secret-again", "开发者编号或接口地址换了，开发者密码要重新填一遍。", nameof(Secret)));
        }
    }

    private static string Matching(string? typed, Regex shape, string field, string sentence, List<Refusal> refused)
    {
        var text = Bare(typed);
        if (!shape.IsMatch(text))
        {
            refused.Add(new Refusal("we-chat-" + field.ToLowerInvariant(), sentence, field));
        }

        return text;
    }

    private static string? Secrets(string? typed, Regex shape, bool mustBe, string field, string sentence, List<Refusal> refused) =>
        Bare(typed).Length == 0 && !mustBe ? null : Matching(typed, shape, field, sentence, refused);

    private static string Address(string? typed, string field, List<Refusal> refused)
    {
        var text = Bare(typed).TrimEnd('/');
        var isOne = text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address is { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" };
        if (!isOne)
        {
            refused.Add(new Refusal("we-chat-address", "要写完整的地址，以 https:// 开头，域名后面不带别的。", field));
        }

        return text;
    }

    private static string Bare(string? typed) => PlainText.SingleLine(typed);

    [GeneratedRegex("^wx[0-9A-Za-z]{6,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AppIdShape();

    [GeneratedRegex("^[0-9A-Za-z]{16,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretShape();

    [GeneratedRegex("^[0-9A-Za-z]{3,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[0-9A-Za-z+/]{43}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();
}
