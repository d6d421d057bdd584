using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace UnionHall.Testing.WeChat;

/// <summary>What the site answered a push.</summary>
public sealed record PushAnswer(HttpStatusCode Status, string Body, int Tries);

/// <summary>
/// The side of WeChat that pushes to a site: signs and seals by its own code, asks up to three times when no answer came in
/// five seconds, each time signed anew.
/// </summary>
public sealed class WeChatSender(string appId, string token, string key, TimeProvider clock)
{
    private const int Tries = 3;
    private static int nonces;

    public string To { get; init; } = "gh_123456789abc";

    /// <summary>How long it waits; five seconds for the real one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Sealed as in the safe mode; otherwise plain.</summary>
    public bool Seals { get; init; } = true;

    public string Text(string from, string words, long id) =>
        Whole(from, $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{words}]]></Content><MsgId>{id.ToString(CultureInfo.InvariantCulture)}</MsgId>");

    public string Event(string from, string name, string elements = "") => Whole(from, $"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event>{elements}");

    public string Whole(string from, string elements) =>
        $"<xml><ToUserName><![CDATA[{To}]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>{Seconds()}</CreateTime>{elements}</xml>";

    /// <summary>Pushes until an answer comes in time, at most three times.</summary>
    public async Task<PushAnswer> PushAsync(Browser site, string xml)
    {
        for (var tried = 1; ; tried++)
        {
            var request = Request(xml);
            var answering = SendAsync(site, request);
            if (await Task.WhenAny(answering, Task.Delay(Patience, TimeProvider.System)) == answering)
            {
                var (status, body) = await answering;
                return new PushAnswer(status, body, tried);
            }

            if (tried == Tries)
            {
                return new PushAnswer(HttpStatusCode.RequestTimeout, "", tried);
            }
        }
    }

    /// <summary>One push, sealed and signed freshly.</summary>
    public HttpRequestMessage Request(string xml)
    {
        var (timestamp, nonce) = (Seconds(), Interlocked.Increment(ref nonces).ToString(CultureInfo.InvariantCulture));
        var query = $"?signature={Sign(token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}";
        var body = xml;
        if (Seals)
        {
            var secret = Seal(xml);
            query += $"&encrypt_type=aes&msg_signature={Sign(token, timestamp, nonce, secret)}";
            body = $"<xml><ToUserName><![CDATA[{To}]]></ToUserName><Encrypt><![CDATA[{secret}]]></Encrypt></xml>";
        }

        return new HttpRequestMessage(HttpMethod.Post, new Uri("/wechat" + query, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "text/xml") };
    }

    /// <summary>The check when the address is saved.</summary>
    public string CheckAddress(string echo)
    {
        var (timestamp, nonce) = (Seconds(), "n" + Interlocked.Increment(ref nonces).ToString(CultureInfo.InvariantCulture));
        return $"/wechat?signature={Sign(token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&echostr={echo}";
    }

    /// <summary>Opens a sealed answer.</summary>
    public string Open(string secret)
    {
        using var aes = Cipher();
        var plain = aes.DecryptCbc(Convert.FromBase64String(secret), aes.Key.AsSpan(0, 16), PaddingMode.None);
        return Encoding.UTF8.GetString(plain, 20, BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16)));
    }

    private string Seal(string xml)
    {
        var message = Encoding.UTF8.GetBytes(xml);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. message, .. Encoding.UTF8.GetBytes(appId)];
        var padding = 32 - (plain.Length % 32);
        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc([.. plain, .. Enumerable.Repeat((byte)padding, padding)], aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(key + "=");
        return aes;
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(Browser site, HttpRequestMessage request)
    {
        using var response = await site.SendRawAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private string Seconds() => clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(params string[] parts) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));
}
