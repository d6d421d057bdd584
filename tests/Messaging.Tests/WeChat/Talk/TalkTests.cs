using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.WeChat;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.Talk;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.WeChat.Talk;

/// <summary>"Tell us what is wrong" in the official account, from the first word to the reference; with all that WeChat does in between.</summary>
public sealed class TalkTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private const string Say = "/cgi-bin/message/custom/send";
    private static long number = 1000;
    private readonly Browser door = site.NewBrowser();

    private RecordingIntake Intake => (RecordingIntake)site.Services.GetRequiredService<IWeChatIntake>();

    [Fact]
    public async Task AWorkerTellsInTextVoicePictureAndPlace_AndGetsHisReference()
    {
        (await PushAsync("oWorker", site.Sender.Event("oWorker", "CLICK", "<EventKey>say</EventKey>"))).ShouldBe(TalkWords.Begun);
        (await SayAsync("oWorker", "食堂三个月没有结工资")).ShouldBe(TalkWords.Noted);
        (await MessageAsync("oWorker", "<MsgType>voice</MsgType><MediaId>voice_1</MediaId><Format>amr</Format><Recognition><![CDATA[老板说下个月再说]]></Recognition>")).ShouldBe(TalkWords.Noted);
        (await MessageAsync("oWorker", "<MsgType>voice</MsgType><MediaId>voice_2</MediaId><Format>amr</Format><Recognition></Recognition>")).ShouldBe(TalkWords.NotHeard);
        (await MessageAsync("oWorker", "<MsgType>image</MsgType><PicUrl>http://127.0.0.1/p.jpg</PicUrl><MediaId>media_1</MediaId>")).ShouldBe(TalkWords.Noted);
        (await MessageAsync("oWorker", "<MsgType>location</MsgType><Location_X>23.134521</Location_X><Location_Y>113.358803</Location_Y><Label>清溪街道工业路 8 号</Label>")).ShouldBe(TalkWords.Noted);
        (await SayAsync("oWorker", "“好了”。")).ShouldContain("您说的是：\n食堂三个月没有结工资 老板说下个月再说\n附图片和语音 2 个\n位置：清溪街道工业路 8 号");
        (await SayAsync("oWorker", "交")).ShouldBe(TalkWords.HandedIn);
        site.StandIn.Wrote("oWorker");

        await site.RunJobsAsync();

        var submission = Intake.Of("食堂三个月没有结工资");
        submission.Words.ShouldBe("食堂三个月没有结工资\n老板说下个月再说");
        submission.Place.ShouldBe(new WeChatPlace(23.134521m, 113.358803m, "清溪街道工业路 8 号"));
        submission.Files.Select(file => file.Type).ShouldBe(["image/jpeg", "image/jpeg"]);
        site.StandIn.CallsTo(Say).Count(call => call.Json.GetProperty("touser").GetString() == "oWorker").ShouldBe(1);
        site.StandIn.CallsTo(Say)[^1].Json.GetProperty("text").GetProperty("content").GetString().ShouldBe(RecordingIntake.Answer);
    }

    [Fact]
    public async Task EveryPushThreeTimes_MakesOneRequest_AndGivesTheSameAnswers()
    {
        foreach (var words in new[] { "诉求", "宿舍漏水", "好了", "交" })
        {
            var xml = site.Sender.Text("oThrice", words, ++number);
            var first = await PushAsync("oThrice", xml);
            (await PushAsync("oThrice", xml)).ShouldBe(first);
            (await PushAsync("oThrice", xml)).ShouldBe(first);
        }

        site.StandIn.Wrote("oThrice");
        await site.RunJobsAsync();

        Intake.Taken.Count(one => one.Words == "宿舍漏水").ShouldBe(1);
    }

    [Fact]
    public async Task WhenWeChatIsDown_NothingIsLost_AndOperatorsSeeIt()
    {
        await TellAsync("oDown", "夏天没有高温津贴", "<MsgType>image</MsgType><PicUrl>p</PicUrl><MediaId>media_9</MediaId>");
        site.StandIn.Wrote("oDown");
        site.StandIn.AnswerHtml("/cgi-bin/media/get");

        await site.RunJobsAsync();
        Intake.Taken.ShouldNotContain(one => one.Words == "夏天没有高温津贴");
        (await site.HealthAsync("取图片和语音"))!.IsFailing.ShouldBeTrue();

        site.StandIn.Refuse(Say, 45009);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.RunJobsAsync();
        Intake.Of("夏天没有高温津贴").Files.Count.ShouldBe(1);
        (await site.HealthAsync("发消息"))!.Fault.ShouldStartWith("今天的接口次数用完了");

        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await site.RunJobsAsync();
        TimesTold("oDown").ShouldBe(2);
        (await site.HealthAsync("发消息"))!.IsFailing.ShouldBeFalse();
    }

    [Theory]
    [InlineData(45015)]
    [InlineData(45047)]
    public async Task WhereWeMayNotWriteNow_HeHearsItWhenHeNextSaysSomething(int code)
    {
        var who = $"oLater{code}";
        await TellAsync(who, $"加班不给钱 {code}");
        site.StandIn.Wrote(who);
        site.StandIn.Refuse(Say, code);

        await site.RunJobsAsync();
        (await SayAsync(who, "在吗")).ShouldBe(RecordingIntake.Answer);
        (await SayAsync(who, "谢谢")).ShouldNotBe(RecordingIntake.Answer);
    }

    [Fact]
    public async Task WhatIsGoneAtWeChat_IsLeftOut_AndTheRestTaken()
    {
        await TellAsync("oGone", "饭菜发霉", "<MsgType>image</MsgType><PicUrl>p</PicUrl><MediaId>gone_1</MediaId>");
        site.StandIn.Wrote("oGone");

        await site.RunJobsAsync();

        Intake.Of("饭菜发霉").Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task SaidAgain_LetGo_AndForgotten()
    {
        await SayAsync("oMind", "诉求");
        (await SayAsync("oMind", "好了")).ShouldBe(TalkWords.Empty);
        await SayAsync("oMind", "先说错的");
        await SayAsync("oMind", "好了");
        (await SayAsync("oMind", "改")).ShouldBe(TalkWords.Begun);
        await SayAsync("oMind", "再说对的");
        (await SayAsync("oMind", "好了")).ShouldNotContain("先说错的");
        (await SayAsync("oMind", "算了")).ShouldBe(TalkWords.Dropped);
        (await SayAsync("oMind", "交")).ShouldContain("收到您的消息了");

        await SayAsync("oMind", "诉求");
        await SayAsync("oMind", "昨天的话");
        site.Clock.Advance(TimeSpan.FromHours(1));
        (await SayAsync("oMind", "好了")).ShouldContain("收到您的消息了");
        await SayAsync("oMind", "诉求");
        (await SayAsync("oMind", "好了")).ShouldBe(TalkWords.Empty);
    }

    [Fact]
    public async Task TooMuch_IsSaidSo_AndNothingIsCutSilently()
    {
        await SayAsync("oLong", "诉求");
        (await SayAsync("oLong", new string('长', 1500))).ShouldBe(TalkWords.Noted);
        (await SayAsync("oLong", new string('长', 600))).ShouldBe(TalkWords.TooLong);
        for (var picture = 0; picture < TalkContent.MostMedia; picture++)
        {
            (await MessageAsync("oLong", $"<MsgType>image</MsgType><MediaId>m{picture}</MediaId>")).ShouldBe(TalkWords.Noted);
        }

        (await MessageAsync("oLong", "<MsgType>image</MsgType><MediaId>more</MediaId>")).ShouldBe(TalkWords.TooMany);
    }

    [Fact]
    public async Task TwoMessagesAtOneMoment_OnTwoNodes_AreBothKept()
    {
        await SayAsync("oBoth", "诉求");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => site.Sender.PushAsync(site.NewBrowser(), site.Sender.Text("oBoth", $"第{part}句", Interlocked.Increment(ref number)))));

        var shown = await SayAsync("oBoth", "好了");
        Enumerable.Range(0, 4).ShouldAllBe(part => shown.Contains($"第{part}句"));
    }

    [Fact]
    public async Task WhoLeaves_TakesHisWordsWithHim()
    {
        await SayAsync("oLeft", "诉求");
        await SayAsync("oLeft", "不想留下的话");
        await PushAsync("oLeft", site.Sender.Event("oLeft", "unsubscribe"));

        site.Clock.Advance(TimeSpan.FromSeconds(2));
        (await SayAsync("oLeft", "好了")).ShouldContain("收到您的消息了");
    }

    [Fact]
    public async Task Words_OfTheTable_AreAnswered_AndWhoFollowsIsGreeted()
    {
        (await PushAsync("oGreet", site.Sender.Event("oGreet", "subscribe"))).ShouldStartWith("您好，这里是工会。遇到难处，打开 https://gh.example.cn 就能说。");
        (await SayAsync("oGreet", "你好")).ShouldEndWith("想在这里直接说，回复“诉求”。");
    }

    [Fact]
    public async Task WordsThatNobodyHandedIn_AndOldMessages_AreForgotten()
    {
        await SayAsync("oSweep", "诉求");
        await SayAsync("oSweep", "说了一半");
        await SweepAfterAsync(TimeSpan.FromHours(2));
        (await site.MessagesOfAsync("oSweep")).ShouldAllBe(message => message.Reply == null);
        (await TalksAsync("oSweep")).ShouldBe(1);

        await SweepAfterAsync(TimeSpan.FromHours(23));
        (await TalksAsync("oSweep")).ShouldBe(0);
        (await site.MessagesOfAsync("oSweep")).Count.ShouldBe(2);

        await SweepAfterAsync(TimeSpan.FromDays(30));
        (await site.MessagesOfAsync("oSweep")).ShouldBeEmpty();
    }

    private Task SweepAfterAsync(TimeSpan time)
    {
        site.Clock.Advance(time);
        return site.WithAsync<SweepWeChat>(sweep => sweep.RunAsync(TestContext.Current.CancellationToken));
    }

    private Task<int> TalksAsync(string who) => site.WithAsync<WeChatDb, int>(db =>
        db.Talks.CountAsync(talk => db.Followers.Any(follower => follower.Id == talk.FollowerId && follower.OpenId == who), TestContext.Current.CancellationToken));

    private async Task TellAsync(string who, string words, string? along = null)
    {
        await SayAsync(who, "诉求");
        await SayAsync(who, words);
        if (along is not null)
        {
            await MessageAsync(who, along);
        }

        await SayAsync(who, "好了");
        (await SayAsync(who, "交")).ShouldBe(TalkWords.HandedIn);
    }

    private int TimesTold(string who) => site.StandIn.CallsTo(Say).Count(call => call.Json.GetProperty("touser").GetString() == who);

    private Task<string> SayAsync(string who, string words) => PushAsync(who, site.Sender.Text(who, words, ++number));

    private Task<string> MessageAsync(string who, string elements) => PushAsync(who, site.Sender.Whole(who, $"{elements}<MsgId>{++number}</MsgId>"));

    /// <summary>What the follower reads; empty when nothing is said.</summary>
    private async Task<string> PushAsync(string who, string xml)
    {
        var answer = await site.Sender.PushAsync(door, xml);
        answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, who);
        if (answer.Body is "success" or "")
        {
            return "";
        }

        var sealedReply = WeChatXml.Read(answer.Body)!;
        var reply = WeChatXml.Read(site.Sender.Open(sealedReply["Encrypt"]))!;
        reply["ToUserName"].ShouldBe(who);
        return reply["Content"];
    }
}
