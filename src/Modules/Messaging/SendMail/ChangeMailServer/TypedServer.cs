using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Text;

namespace UnionHall.Messaging.SendMail.ChangeMailServer;

/// <summary>What was typed, each value checked by its shape; the password is null when it stays as it is.</summary>
internal sealed record TypedServer(string Host, int Port, MailSecurity Security, string UserName, string? Password, string FromAddress, string FromName, string? Authority)
{
    private const int LongestName = 60;
    private const int LongestAuthority = 20_000;

    public static TypedServer Read(ChangeMailServerForm form, MailServer? before, List<Refusal> refused)
    {
        var typed = new TypedServer(
            PlainText.SingleLine(form.Host).TrimEnd('.').ToLowerInvariant(),
            int.TryParse(PlainText.SingleLine(form.Port), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0,
            Enum.GetValues<MailSecurity>().FirstOrDefault(security => EnumWord.Of(security) == form.Security),
            PlainText.SingleLine(form.UserName),
            string.IsNullOrEmpty(form.Password) ? null : form.Password,
            PlainText.SingleLine(form.FromAddress),
            PlainText.SingleLine(form.FromName),
            string.IsNullOrWhiteSpace(form.Authority) ? null : form.Authority.ReplaceLineEndings("\n").Trim());
        refused.AddRange(typed.Faults(before).OfType<Refusal>());
        return typed;
    }

    private IEnumerable<Refusal?> Faults(MailServer? before) =>
    [
        Uri.CheckHostName(Host) == UriHostNameType.Unknown || Host.Length > 253 ? new Refusal("mail-host", "服务器写域名或网络地址，比如 smtp.example.cn，前后不带别的。", nameof(Host)) : null,
        Port is < 1 or > 65535 ? new Refusal("mail-port", "端口是 1 到 65535 的数字，常用 465 或 587。", nameof(Port)) : null,
        Security == default ? new Refusal("mail-security", "怎么加密还没选。", nameof(Security))
            : Security == MailSecurity.Plain && !IsThisMachine(Host) ? new Refusal("mail-plain", "不加密只能连本机上的服务器，不然密码和信在路上谁都能看。", nameof(Security)) : null,
        UserName.Length > 254 ? new Refusal("mail-user", "用户名最多 254 个字。", nameof(UserName)) : null,
        Secret(before),
        MailRules.IsAddress(FromAddress) ? null : new Refusal("mail-from", "发信地址要写完整，比如 gonghui@example.cn。", nameof(FromAddress)),
        PlainText.CountCodePoints(FromName) is 0 or > LongestName ? new Refusal("mail-from-name", $"发信人写工会的名字，最多 {LongestName} 个字。", nameof(FromName)) : null,
        Authority is null || IsCertificate(Authority) ? null : new Refusal("mail-authority", "证书要从“-----BEGIN CERTIFICATE-----”开始整段粘贴过来。", nameof(Authority)),
    ];

    /// <summary>Whoever may change where the password is sent must know it: otherwise this form would tell it to anyone who may open it.</summary>
    private Refusal? Secret(MailServer? before) =>
        Password?.Length > 200 || Password?.Any(char.IsControl) == true ? new Refusal("mail-password", "密码最多 200 个字，不能有换行。", nameof(Password))
        : UserName.Length == 0 || Password is not null ? null
        : before?.Password is null ? new Refusal("mail-password", "填了用户名，密码也要填。", nameof(Password))
        : (before.Host, before.Port, before.UserName, before.Security, before.Authority) != (Host, Port, UserName, Security, Authority) ? new Refusal("mail-password-again", "服务器、端口、加密方式、用户名或证书换了，密码要重新填一遍。", nameof(Password))
        : null;

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsCertificate(string text)
    {
        try
        {
            var store = new X509Certificate2Collection();
            store.ImportFromPem(text);
            var isOne = store.Count > 0 && text.Length <= LongestAuthority;
            foreach (var certificate in store)
            {
                certificate.Dispose();
            }

            return isOne;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
