using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Protocol;

/// <summary>What may come in, in each mode.</summary>
public sealed class PushDoorTests
{
    private const string Token = "spamtest";
    private const string Timestamp = "1409735669";
    private const string Nonce = "1320562132";
    private const string Forged = "<xml><ToUserName>gh_1</ToUserName><FromUserName>oForged</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId>";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1409735669);
    private static readonly WeChatKey Key = WeChatKey.Read("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")!;
    private static readonly WeChatKey Newer = WeChatKey.Read("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")!;
    private static readonly PushQuery Sealed = new("", Timestamp, Nonce, "aes", "5d197aaffba7e9b25a30732f161a50dee96bd5fa");
    private static readonly PushQuery Plain = new(WeChatSignature.Of(Token, Timestamp, Nonce), Timestamp, Nonce);

    [Theory]
    [InlineData(PushMode.Plain)]
    [InlineData(PushMode.Compatible)]
    [InlineData(PushMode.Safe)]
    internal void ASealedPush_ComesIn(PushMode mode)
    {
        var read = Door(mode, Key).Read(Sealed, $"<xml><Encrypt><![CDATA[{Vectors.SdkEncrypted}]]></Encrypt></xml>", Now);

        read.Push!.Content.ShouldBe(new TextSent("abcdteT"));
        read.Push.Id.ShouldBe(6054768590064713728);
        read.Key.ShouldBe(Key);
    }

    [Fact]
    public void AfterAChangeOfKeys_ThePreviousOneStillOpens_AndAnswers()
    {
        var read = Door(PushMode.Safe, Newer, Key).Read(Sealed, $"<xml><Encrypt>{Vectors.SdkEncrypted}</Encrypt></xml>", Now);

        read.Key.ShouldBe(Key);
    }

    [Fact]
    public void InTheCompatibleMode_OnlyTheSealedIsTrusted()
    {
        var read = Door(PushMode.Compatible, Key).Read(Sealed, $"{Forged}<Encrypt><![CDATA[{Vectors.SdkEncrypted}]]></Encrypt></xml>", Now);

        read.Push!.From.ShouldBe("oyORnuP8q7ou2gfYjqLzSIWZf0rs");
    }

    [Theory]
    [InlineData(PushMode.Compatible)]
    [InlineData(PushMode.Safe)]
    internal void APlainPush_WhereSealedAreExpected_StaysOut(PushMode mode) => Door(mode, Key).Read(Plain, Forged + "</xml>", Now).Fault.ShouldBe(PushFault.NotSealed);

    [Theory]
    [InlineData(null)]
    [InlineData("raw")]
    [InlineData("")]
    public void APlainPush_InThePlainMode_ComesIn(string? type) => Door(PushMode.Plain).Read(Plain with { EncryptType = type }, Forged + "</xml>", Now).Push!.From.ShouldBe("oForged");

    [Fact]
    public void Faults()
    {
        var body = $"<xml><Encrypt>{Vectors.SdkEncrypted}</Encrypt></xml>";
        var door = Door(PushMode.Safe, Key);

        door.Read(Sealed with { MessageSignature = null }, body, Now).Fault.ShouldBe(PushFault.Signature);
        door.Read(Sealed with { Nonce = "1" }, body, Now).Fault.ShouldBe(PushFault.Signature);
        door.Read(Sealed, "<xml><Encrypt>AAAA</Encrypt></xml>", Now).Fault.ShouldBe(PushFault.Signature);
        door.Read(Sealed, "no xml", Now).Fault.ShouldBe(PushFault.Signature);
        door.Read(Sealed, body, Now.AddMinutes(11)).Fault.ShouldBe(PushFault.Stale);
        door.Read(Sealed, body, Now.AddMinutes(-11)).Fault.ShouldBe(PushFault.Stale);
        Door(PushMode.Safe, Newer).Read(Sealed, body, Now).Fault.ShouldBe(PushFault.Unopened);
        (door with { AppId = "wx_other" }).Read(Sealed, body, Now).Fault.ShouldBe(PushFault.Unopened);
        Door(PushMode.Plain).Read(Plain, "{}", Now).Fault.ShouldBe(PushFault.Unreadable);
        Door(PushMode.Plain).Read(Plain with { Signature = "0" }, Forged + "</xml>", Now).Fault.ShouldBe(PushFault.Signature);
    }

    [Fact]
    public void TheAddressCheck_OfTheDigest()
    {
        var door = new PushDoor("wx1", "weixin", PushMode.Safe, []);
        var query = new PushQuery("bd816b7b28ebd41b1125ee0a71cb1e95be8ccae8", "1565490724", "1004712460");

        door.Check(query, DateTimeOffset.FromUnixTimeSeconds(1565490724)).ShouldBeNull();
        door.Check(query with { Nonce = "1" }, DateTimeOffset.FromUnixTimeSeconds(1565490724)).ShouldBe(PushFault.Signature);
    }

    private static PushDoor Door(PushMode mode, params WeChatKey[] keys) => new(Vectors.SdkApp, Token, mode, keys);
}
