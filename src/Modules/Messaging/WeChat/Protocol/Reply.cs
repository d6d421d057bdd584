using System.Globalization;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>One entry of a news reply.</summary>
internal sealed record Article(string Title, string Description, string Picture, string Url);

/// <summary>The answer to a push, within five seconds.</summary>
internal abstract record Reply
{
    public const int LongestTextBytes = 2048;

    /// <summary>Taken, nothing to say.</summary>
    public const string Taken = "success";

    private protected abstract string Kind { get; }

    private protected abstract string Body { get; }

    /// <param name="push">What is answered.</param>
    public string Write(Push push, DateTimeOffset now) =>
        $"<xml>{Text("ToUserName", push.From)}{Text("FromUserName", push.To)}<CreateTime>{Seconds(now)}</CreateTime>{Text("MsgType", Kind)}{Body}</xml>";

    /// <summary>The same, sealed with the key that opened the push.</summary>
    public string Write(Push push, DateTimeOffset now, PushDoor door, WeChatKey key, byte[] random) => Seal(Write(push, now), door, key, random, Seconds(now), Convert.ToHexStringLower(random));

    internal static string Seal(string plain, PushDoor door, WeChatKey key, byte[] random, string timestamp, string nonce)
    {
        var secret = key.Seal(plain, door.AppId, random);
        var signature = WeChatSignature.Of(door.Token, timestamp, nonce, secret);
        return $"<xml>{Text("Encrypt", secret)}{Text("MsgSignature", signature)}<TimeStamp>{timestamp}</TimeStamp>{Text("Nonce", nonce)}</xml>";
    }

    /// <summary>An element in CDATA: an end mark inside is torn in two, what XML cannot hold is left out.</summary>
    private static string Text(string name, string value) => $"<{name}><![CDATA[{LegalXml.Of(value).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]></{name}>";

    private static string Seconds(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    internal sealed record Words(string Said) : Reply
    {
        private protected override string Kind => "text";

        private protected override string Body => Text("Content", Shortened.ToBytes(Said, LongestTextBytes));
    }

    internal sealed record Image(string Media) : Reply
    {
        private protected override string Kind => "image";

        private protected override string Body => $"<Image>{Text("MediaId", Media)}</Image>";
    }

    internal sealed record Voice(string Media) : Reply
    {
        private protected override string Kind => "voice";

        private protected override string Body => $"<Voice>{Text("MediaId", Media)}</Voice>";
    }

    /// <summary>In answer to a message WeChat shows one article.</summary>
    internal sealed record News(Article Article) : Reply
    {
        private protected override string Kind => "news";

        private protected override string Body =>
            $"<ArticleCount>1</ArticleCount><Articles><item>{Text("Title", Article.Title)}{Text("Description", Article.Description)}{Text("PicUrl", Article.Picture)}{Text("Url", Article.Url)}</item></Articles>";
    }
}
