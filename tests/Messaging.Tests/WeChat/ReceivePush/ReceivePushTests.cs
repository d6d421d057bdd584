using System.Net;
using System.Text;
using Npgsql;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Testing;
using UnionHall.Testing.WeChat;

namespace UnionHall.Messaging.Tests.WeChat.ReceivePush;

/// <summary>/wechat: each push is stored once, whatever is pushed how often; what is not WeChat's stays out.</summary>
public sealed class ReceivePushTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private readonly Browser door = site.NewBrowser();

    [Fact]
    public async Task TheAddressCheck_GivesBackTheEcho_AndNothingElse()
    {
        var answer = await door.GetAsync(site.Sender.CheckAddress("2393786718754963324"));

        answer.Body.ShouldBe("2393786718754963324");
        (await door.GetAsync("/wechat?signature=0&timestamp=1&nonce=1&echostr=1")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await door.GetAsync("/wechat")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AText_IsStoredSealed_AndHandedToListeners()
    {
        var answer = await site.Sender.PushAsync(door, site.Sender.Text("oText", "三个月没发工资", 101));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var stored = (await site.MessagesOfAsync("oText")).ShouldHaveSingleItem();
        stored.Kind.ShouldBe("text");
        Encoding.UTF8.GetString(stored.Content).ShouldNotContain("工资");
        Open<TextSent>(stored).Text.ShouldBe("三个月没发工资");
        (await site.FollowerAsync("oText")).MayBeAnswered(site.Clock.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task TheSameMessage_PushedAgainAndAtTheSameMoment_IsStoredOnce()
    {
        var xml = site.Sender.Text("oTwice", "在吗", 102);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.Sender.PushAsync(site.NewBrowser(), xml)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK && answer.Tries == 1);
        (await site.MessagesOfAsync("oTwice")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task WhenWeAreSlow_WeChatAsksThreeTimes_AndTheMessageIsStoredOnce()
    {
        var stop = TestContext.Current.CancellationToken;
        var hasty = new WeChatSender(site.StandIn.AppId, WeChatSite.Token, WeChatSite.Key, site.Clock) { Patience = TimeSpan.FromSeconds(1) };
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var holding = await connection.BeginTransactionAsync(stop);
        await using (var locking = new NpgsqlCommand("lock table we_chat_message in access exclusive mode", connection))
        {
            await locking.ExecuteNonQueryAsync(stop);
        }

        var pushing = hasty.PushAsync(door, hasty.Text("oSlow", "没人理我", 110));
        await Task.Delay(TimeSpan.FromSeconds(2.3), stop);
        await holding.RollbackAsync(stop);

        var answer = await pushing;
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Tries.ShouldBe(3);
        await Task.Delay(TimeSpan.FromSeconds(0.5), stop);
        (await site.MessagesOfAsync("oSlow")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task TwoMessagesOfANewFollower_AtTheSameMoment_AreBothStored()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => site.Sender.PushAsync(site.NewBrowser(), site.Sender.Text("oNew", "一", 200 + number))));

        (await site.MessagesOfAsync("oNew")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task AnEvent_PushedThreeTimes_IsStoredOnce_AndOthersOfThatSecondToo()
    {
        var followed = site.Sender.Event("oEvent", "subscribe", "<EventKey><![CDATA[qrscene_stall-7]]></EventKey><Ticket>T</Ticket>");
        for (var tried = 0; tried < 3; tried++)
        {
            await site.Sender.PushAsync(door, followed);
        }

        await site.Sender.PushAsync(door, site.Sender.Event("oEvent", "CLICK", "<EventKey>say</EventKey>"));
        await site.Sender.PushAsync(door, site.Sender.Event("oEvent", "LOCATION", "<Latitude>23.1</Latitude><Longitude>113.3</Longitude>"));

        (await site.MessagesOfAsync("oEvent")).Select(message => message.Kind).ShouldBe(["follow", "menu-click"], ignoreOrder: true);
        (await site.FollowerAsync("oEvent")).Scene.ShouldBe("stall-7");
    }

    [Fact]
    public async Task WhoLeaves_IsNotWrittenTo_AndALateFollowDoesNotBringHimBack()
    {
        var followed = site.Sender.Event("oLeaver", "subscribe");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Sender.PushAsync(door, site.Sender.Event("oLeaver", "unsubscribe"));
        await site.Sender.PushAsync(door, followed);

        (await site.FollowerAsync("oLeaver")).UnfollowedAt.ShouldNotBeNull();
        (await site.FollowerAsync("oLeaver")).MayBeAnswered(site.Clock.GetUtcNow()).ShouldBeFalse();

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Sender.PushAsync(door, site.Sender.Event("oLeaver", "subscribe"));
        (await site.FollowerAsync("oLeaver")).UnfollowedAt.ShouldBeNull();
    }

    [Fact]
    public async Task WhatIsNotWeChats_StaysOut_AndOperatorsSeeWhy()
    {
        var forger = new WeChatSender(site.StandIn.AppId, "OtherToken", WeChatSite.Key, site.Clock);
        (await forger.PushAsync(door, forger.Text("oForged", "x", 300))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.HealthAsync("收消息"))!.Fault.ShouldStartWith("签名不对");

        var other = new WeChatSender("wx0000000000000000", WeChatSite.Token, WeChatSite.Key, site.Clock);
        (await other.PushAsync(door, other.Text("oForged", "x", 301))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.HealthAsync("收消息"))!.Fault.ShouldStartWith("消息解不开");

        var plain = new WeChatSender(site.StandIn.AppId, WeChatSite.Token, WeChatSite.Key, site.Clock) { Seals = false };
        (await plain.PushAsync(door, plain.Text("oForged", "x", 302))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.HealthAsync("收消息"))!.IsFailing.ShouldBeTrue();

        (await site.MessagesOfAsync("oForged")).ShouldBeEmpty();
        await site.Sender.PushAsync(door, site.Sender.Text("oHonest", "x", 303));
        (await site.HealthAsync("收消息"))!.IsFailing.ShouldBeFalse();
    }

    [Fact]
    public async Task ABodyThatIsTooLong_IsRefused()
    {
        using var request = site.Sender.Request("<xml/>");
        request.Content = new StringContent(new string('x', 65 * 1024));

        using var answer = await door.SendRawAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private TContent Open<TContent>(WeChatMessage message)
        where TContent : PushContent => ((WeChatSeal)site.Services.GetService(typeof(WeChatSeal))!).OpenContent<TContent>(message.Content);
}
