using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Protocol;

/// <summary>The samples of the digest, and XML that is meant badly.</summary>
public sealed class PushTextTests
{
    private const string Head = "<ToUserName><![CDATA[gh_123456789abc]]></ToUserName><FromUserName><![CDATA[oUser_1]]></FromUserName>";

    [Fact]
    public void Text_OfTheDigest()
    {
        var push = Read("<CreateTime>1348831860</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[this is a test]]></Content><MsgId>1234567890123456</MsgId>");

        push.ShouldBe(new Push("gh_123456789abc", "oUser_1", DateTimeOffset.FromUnixTimeSeconds(1348831860), 1234567890123456, new TextSent("this is a test")));
        push.Key.ShouldBe("m1234567890123456");
    }

    [Fact]
    public void MsgId_LargerThanADoubleHolds_KeepsItsLastDigit() =>
        Read("<CreateTime>1</CreateTime><MsgType>text</MsgType><Content>a</Content><MsgId>6054768590064713729</MsgId>").Id.ShouldBe(6054768590064713729);

    [Fact]
    public void Image_Voice_Location_OfTheDigest()
    {
        Message("<MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[http://127.0.0.1/p.jpg]]></PicUrl><MediaId><![CDATA[media_1]]></MediaId>").ShouldBe(new ImageSent("media_1", "http://127.0.0.1/p.jpg"));
        Message("<MsgType><![CDATA[voice]]></MsgType><MediaId><![CDATA[media_2]]></MediaId><Format><![CDATA[amr]]></Format><Recognition><![CDATA[帮我查一下]]></Recognition>").ShouldBe(new VoiceSent("media_2", "amr", "帮我查一下"));
        Message("<MsgType><![CDATA[location]]></MsgType><Location_X>23.134521</Location_X><Location_Y>113.358803</Location_Y><Scale>20</Scale><Label><![CDATA[位置信息]]></Label>").ShouldBe(new LocationSent(23.134521m, 113.358803m, "位置信息"));
    }

    [Fact]
    public void OtherMessages()
    {
        Message("<MsgType>voice</MsgType><MediaId>m</MediaId><Format>speex</Format>").ShouldBe(new VoiceSent("m", "speex", ""));
        Message("<MsgType>shortvideo</MsgType><MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>").ShouldBe(new VideoSent("m", "t"));
        Message("<MsgType>link</MsgType><Title>t</Title><Description>d</Description><Url>u</Url>").ShouldBe(new LinkSent("t", "d", "u"));
        Message("<MsgType>miniprogrampage</MsgType><Title>t</Title>").ShouldBe(new OtherSent("miniprogrampage"));
        Message("<MsgType>location</MsgType><Location_X>923</Location_X><Location_Y>1</Location_Y>").ShouldBe(new OtherSent("location"));
    }

    [Fact]
    public void Events_OfTheDigest()
    {
        Event("<Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[qrscene_123123]]></EventKey><Ticket><![CDATA[TICKET]]></Ticket>").ShouldBe(new Followed("123123"));
        Event("<Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[]]></EventKey>").ShouldBe(new Followed(""));
        Event("<Event>unsubscribe</Event><EventKey/>").ShouldBe(new Unfollowed());
        Event("<Event>SCAN</Event><EventKey>7</EventKey><Ticket>T</Ticket>").ShouldBe(new Scanned("7"));
        Event("<Event>LOCATION</Event><Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>").ShouldBe(new PositionTold(23.137466m, 113.352425m));
        Event("<Event>CLICK</Event><EventKey>say</EventKey>").ShouldBe(new MenuClicked("say"));
        Event("<Event>VIEW</Event><EventKey>https://a.cn</EventKey><MenuId>1</MenuId>").ShouldBe(new MenuOpened("https://a.cn"));
        Event("<Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>200163836</MsgID><Status><![CDATA[success]]></Status>").ShouldBe(new TemplateDelivered(200163836, "success"));
        Event("<Event>location_select</Event><SendLocationInfo><Location_X>23</Location_X><Label><![CDATA[x]]></Label></SendLocationInfo>").ShouldBe(new OtherSent("location_select"));
    }

    [Fact]
    public void EventsOfOneSecond_AreTwo_AndTheTriesOfOneAreOne()
    {
        var followed = Read("<CreateTime>5</CreateTime><MsgType>event</MsgType><Event>subscribe</Event>");
        var position = Read("<CreateTime>5</CreateTime><MsgType>event</MsgType><Event>LOCATION</Event><Latitude>1</Latitude><Longitude>1</Longitude>");

        position.Key.ShouldNotBe(followed.Key);
        Read("<CreateTime>5</CreateTime><MsgType>event</MsgType><Event>subscribe</Event>").Key.ShouldBe(followed.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    [InlineData("<xml>")]
    [InlineData("<html><body>502</body></html>")]
    [InlineData("<xml><MsgType>text</MsgType></xml>")]
    [InlineData("<xml><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><MsgId>99999999999999999999</MsgId></xml>")]
    [InlineData("<xml><FromUserName>o</FromUserName><CreateTime>99999999999999</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId></xml>")]
    [InlineData("<xml><FromUserName>o</FromUserName><CreateTime>x</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>&a;</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><xml><FromUserName>&b;</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId></xml>")]
    public void WhatIsNoMessage_IsNone(string text) => PushText.Read(text).ShouldBeNull();

    [Fact]
    public void DeepOrLongXml_IsNone()
    {
        PushText.Read($"<xml>{string.Concat(Enumerable.Repeat("<a>", 50_000))}").ShouldBeNull();
        PushText.Read($"<xml><Content>{new string('长', 200_000)}</Content></xml>").ShouldBeNull();
    }

    [Fact]
    public void ControlCharactersOfAWorkersPhone_DoNotLoseHisMessage() =>
        Message("<MsgType>text</MsgType><Content><![CDATA[工\u0008资\u0000拖欠\uD83D\uDE21]]>&#8;&#x1;了</Content>").ShouldBe(new TextSent("工资拖欠😡了"));

    private static PushContent Message(string elements) => Read($"<CreateTime>1</CreateTime><MsgId>1</MsgId>{elements}").Content;

    private static PushContent Event(string elements) => Read($"<CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType>{elements}").Content;

    private static Push Read(string elements) => PushText.Read($"<xml>{Head}{elements}</xml>").ShouldNotBeNull();
}
