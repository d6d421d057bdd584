using System.Text.RegularExpressions;
using UnionHall.Platform;
using UnionHall.Text;

namespace UnionHall.Messaging.ReceiveMail.ChangeMailFetch;

/// <summary>From where a box is fetched, as typed. A password that is left empty stays as it is.</summary>
internal sealed partial class ChangeMailFetchForm
{
    public Guid? Box { get; set; }

    public string? Host { get; set; }

    public int Port { get; set; } = 993;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? Fingerprint { get; set; }

    public bool Ends { get; set; }

    public string? Basis { get; set; }

    /// <summary>The latest change the administrator saw.</summary>
    public Guid? Seen { get; set; }

    public string BareHost => PlainText.SingleLine(Host).ToLowerInvariant();

    public string BareUser => PlainText.SingleLine(UserName);

    /// <summary>Null for none.</summary>
    public string? BareFingerprint => PlainText.SingleLine(Fingerprint).Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is { Length: > 0 } print ? print : null;

    /// <param name="needsPassword">Whoever changes where it is sent must know it.</param>
    public IEnumerable<Refusal> Refusals(bool needsPassword)
    {
        if (!HostShape().IsMatch(BareHost))
        {
            yield return new Refusal("imap-host", "写收信服务器的域名或地址，像 imap.example.cn，前面不带 https://。", nameof(Host));
        }

        if (Port is < 1 or > 65535)
        {
            yield return new Refusal("imap-port", "端口是 1 到 65535 之间的数，一般是 993。", nameof(Port));
        }

        if (BareUser.Length is 0 or > 200)
        {
            yield return new Refusal("imap-user", BareUser.Length == 0 ? "用户名还没写，一般就是邮箱地址。" : "用户名太长了，最多 200 个字。", nameof(UserName));
        }

        if (Password is { Length: > 200 } || (needsPassword && string.IsNullOrEmpty(Password)))
        {
            yield return new Refusal("imap-password", string.IsNullOrEmpty(Password) ? "密码还没填。第一次填，或者换了服务器、用户名，都要填一遍。" : "密码太长了，最多 200 个字。", nameof(Password));
        }

        if (BareFingerprint is { } print && !PrintShape().IsMatch(print))
        {
            yield return new Refusal("imap-fingerprint", "证书指纹是 64 位的 SHA-256，只有数字和 A 到 F。服务器的证书是买来的就不用填。", nameof(Fingerprint));
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9.\-]{0,250}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostShape();

    [GeneratedRegex("^[0-9A-F]{64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrintShape();
}
