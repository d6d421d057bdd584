using System.Text;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Protocol;

public sealed class ReplyTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1414243733);
    private static readonly Push Asked = new("gh_1", "oUser_1", Now, 1, new TextSent("a"));

    [Fact]
    public void Words_AreWritten() => new Reply.Words("好\n的").Write(Asked, Now).ShouldBe(
        "<xml><ToUserName><![CDATA[oUser_1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>1414243733</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[好\n的]]></Content></xml>");

    [Theory]
    [InlineData("]]>")]
    [InlineData("a]]>b]]>]]]>")]
    [InlineData("<xml>&amp;</xml>")]
    [InlineData("😡工资")]
    public void AnyWords_ReadBackAsTheyWere(string said) => Content(said).ShouldBe(said);

    [Fact]
    public void WhatXmlCannotHold_IsLeftOut() => Content("a\u0000\u0008\uD83Db\uFFFE").ShouldBe("a\uFFFDb");

    [Fact]
    public void LongWords_AreCutByBytes_OnACharacter()
    {
        var cut = Content(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦工", 200)));

        Encoding.UTF8.GetByteCount(cut).ShouldBeInRange(2048 - 30, 2048);
        cut.ShouldEndWith("…");
        cut[..^1].Replace("👨‍👩‍👧‍👦", "", StringComparison.Ordinal).Replace("工", "", StringComparison.Ordinal).ShouldBeEmpty();
        Content(new string('a', 2048)).Length.ShouldBe(2048);
        Content(new string('a', 2049)).ShouldBe(new string('a', 2045) + "…");
    }

    [Fact]
    public void ALink_IsNeverCutInTwo() => Content(new string('a', 2030) + "<a href=\"https://gh.example.cn\">进去看看</a>").ShouldBe(new string('a', 2030) + "…");

    [Fact]
    public void OtherKinds_AreWritten()
    {
        new Reply.Image("m").Write(Asked, Now).ShouldContain("<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[m]]></MediaId></Image></xml>");
        new Reply.Voice("m").Write(Asked, Now).ShouldContain("<Voice><MediaId><![CDATA[m]]></MediaId></Voice></xml>");
        new Reply.News(new Article("t", "d", "p", "u")).Write(Asked, Now).ShouldContain(
            "<ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description><PicUrl><![CDATA[p]]></PicUrl><Url><![CDATA[u]]></Url></item></Articles></xml>");
    }

    [Fact]
    public void Sealed_OpensWithTheKeyThatOpenedThePush_AndIsSigned()
    {
        var key = WeChatKey.Read("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")!;
        var door = new PushDoor("wx5823bf96d3bd56c7", "QDG6eK", PushMode.Safe, [key]);

        var xml = WeChatXml.Read(new Reply.Words("好").Write(Asked, Now, door, key, [.. Enumerable.Range(0, 16).Select(n => (byte)n)]))!;

        key.Open(xml["Encrypt"], door.AppId).ShouldBe(new Reply.Words("好").Write(Asked, Now));
        xml["TimeStamp"].ShouldBe("1414243733");
        WeChatSignature.Matches(xml["MsgSignature"], "QDG6eK", xml["TimeStamp"], xml["Nonce"], xml["Encrypt"]).ShouldBeTrue();
    }

    private static string Content(string said) => WeChatXml.Read(new Reply.Words(said).Write(Asked, Now))!["Content"];
}
