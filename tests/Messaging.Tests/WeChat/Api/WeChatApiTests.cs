using System.Text;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Api;

/// <summary>Our calls against the stand-in: one token for all, and each error behaviour of the digest as a value.</summary>
public sealed class WeChatApiTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private const string Say = "/cgi-bin/message/custom/send";
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ManyAtOnce_ShareOneToken_FetchedOnce()
    {
        site.Clock.Advance(TimeSpan.FromHours(3));
        site.StandIn.Wrote("oMany");
        var before = site.StandIn.CallsTo("/cgi-bin/stable_token").Count;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.CallAsync((api, account) => api.SayAsync(account, "oMany", "好", stop))));

        site.StandIn.CallsTo("/cgi-bin/stable_token").Count.ShouldBe(before + 1);
        (await site.HealthAsync("接口凭证"))!.IsFailing.ShouldBeFalse();
    }

    [Fact]
    public async Task ATokenNearItsEnd_IsReplacedBeforeIt()
    {
        site.StandIn.Wrote("oNear");
        await SayAsync("oNear");
        var before = site.StandIn.CallsTo("/cgi-bin/stable_token").Count;

        site.Clock.Advance(TimeSpan.FromMinutes(116));
        (await SayAsync("oNear")).Fault.ShouldBeNull();

        site.StandIn.CallsTo("/cgi-bin/stable_token").Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task ARevokedToken_IsReplacedOnce_AndTheCallMadeAgain_ForAllWhoWereRefused()
    {
        site.StandIn.Wrote("oRevoked");
        await SayAsync("oRevoked");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        site.StandIn.RevokeToken();
        var before = site.StandIn.CallsTo("/cgi-bin/stable_token").Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SayAsync("oRevoked")));

        answers.ShouldAllBe(answer => answer.Fault == null);
        site.StandIn.CallsTo("/cgi-bin/stable_token").Count.ShouldBe(before + 1);
        site.StandIn.CallsTo("/cgi-bin/stable_token")[^1].Json.GetProperty("force_refresh").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task ATokenThatStaysRefused_IsTriedAgainOnceOnly_AndOperatorsSeeIt()
    {
        site.StandIn.Wrote("oStays");
        site.StandIn.Refuse(Say, 42001);
        site.StandIn.Refuse(Say, 42001);
        var before = site.StandIn.CallsTo(Say).Count;

        (await SayAsync("oStays")).Fault!.Code.ShouldBe(42001);

        site.StandIn.CallsTo(Say).Count.ShouldBe(before + 2);
        (await site.HealthAsync("发消息"))!.Fault.ShouldStartWith("接口凭证过期了");
        (await SayAsync("oStays")).Fault.ShouldBeNull();
        (await site.HealthAsync("发消息"))!.IsFailing.ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1, Remedy.Retry, true)]
    [InlineData(40013, Remedy.Operator, true)]
    [InlineData(40164, Remedy.Operator, true)]
    [InlineData(45009, Remedy.Operator, true)]
    [InlineData(45011, Remedy.Retry, true)]
    [InlineData(48001, Remedy.Operator, true)]
    [InlineData(43004, Remedy.GiveUp, false)]
    [InlineData(40003, Remedy.GiveUp, false)]
    [InlineData(45002, Remedy.GiveUp, false)]
    [InlineData(45015, Remedy.GiveUp, false)]
    [InlineData(45047, Remedy.GiveUp, false)]
    [InlineData(87654, Remedy.Retry, true)]
    internal async Task AnError_SaysWhatHelps_AndWhetherTheConnectionIsToBlame(int code, Remedy remedy, bool isSeen)
    {
        site.StandIn.Wrote("oError");
        (await SayAsync("oError")).Fault.ShouldBeNull();
        site.StandIn.Refuse(Say, code);

        var fault = (await SayAsync("oError")).Fault.ShouldNotBeNull();

        fault.Code.ShouldBe(code);
        fault.Remedy.ShouldBe(remedy);
        (await site.HealthAsync("发消息"))!.IsFailing.ShouldBe(isSeen);
    }

    [Fact]
    public async Task OutOfTheWindow_AndTooManyUnanswered_AsTheRealOneCounts()
    {
        (await SayAsync("oSilent")).Fault!.Code.ShouldBe(WeChatFaults.OutOfWindow);

        site.StandIn.Wrote("oFive");
        for (var sent = 0; sent < 5; sent++)
        {
            (await SayAsync("oFive")).Fault.ShouldBeNull();
        }

        (await SayAsync("oFive")).Fault!.Code.ShouldBe(WeChatFaults.TooManyUnanswered);
    }

    [Fact]
    public async Task HtmlInsteadOfJson_Silence_AndNobodyThere_AreTriedAgainLater()
    {
        site.StandIn.Wrote("oHtml");
        (await SayAsync("oHtml")).Fault.ShouldBeNull();
        site.StandIn.AnswerHtml(Say);
        (await SayAsync("oHtml")).Fault.ShouldBe(WeChatFaults.Unreadable);
        site.StandIn.FallSilent(Say, TimeSpan.FromSeconds(4));
        (await SayAsync("oHtml")).Fault.ShouldBe(WeChatFaults.Silent);

        var account = await site.AccountAsync();
        var elsewhere = account with { Api = new Uri("http://127.0.0.1:9") };
        (await site.CallAsync((api, _) => api.SayAsync(elsewhere, "oHtml", "好", stop))).Fault.ShouldBe(WeChatFaults.Unreachable);
        (await site.HealthAsync("发消息"))!.Fault.ShouldBe(WeChatFaults.Unreachable.Sentence);
    }

    [Fact]
    public async Task AWrongSecret_IsTheOperators_AndSeenAtTheToken()
    {
        site.Clock.Advance(TimeSpan.FromHours(3));
        var account = await site.AccountAsync();

        var answer = await site.CallAsync((api, _) => api.SayAsync(account with { Secret = "wrong" }, "oSecret", "好", stop));

        answer.Fault!.Remedy.ShouldBe(Remedy.Operator);
        (await site.HealthAsync("接口凭证"))!.Fault.ShouldStartWith("开发者密码不对");
        await SayAsync("oSecret");
        (await site.HealthAsync("接口凭证"))!.IsFailing.ShouldBeFalse();
    }

    [Fact]
    public async Task Words_GoOutRaw_AndShortened()
    {
        site.StandIn.Wrote("oRaw");
        await site.CallAsync((api, account) => api.SayAsync(account, "oRaw", "您好😡　\"<a href='https://gh.example.cn'>\\u4e00</a>\n" + new string('工', 900), stop));

        var body = site.StandIn.CallsTo(Say)[^1].Body;
        body.ShouldContain("您好😡　\\\"<a href='https://gh.example.cn'>\\\\u4e00</a>\\n工");
        Encoding.UTF8.GetByteCount(site.StandIn.CallsTo(Say)[^1].Json.GetProperty("text").GetProperty("content").GetString()!).ShouldBeInRange(2040, 2048);
    }

    [Fact]
    public async Task ATemplate_WithValuesMadeToFit_IsNeverRefused()
    {
        var fields = new Dictionary<string, string>
        {
            ["thing1"] = TemplateValue.Fit("thing1", new string('长', 100)),
            ["phrase2"] = TemplateValue.Fit("phrase2", ""),
            ["time3"] = TemplateValue.Fit("time3", site.Clock.GetUtcNow()),
        };

        var sent = await site.CallAsync((api, account) => api.SendTemplateAsync(account, new TemplateMessage("oTemplate", "T1", "https://gh.example.cn", fields, "key-1"), stop));

        sent.Fault.ShouldBeNull();
        sent.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Media_Codes_Menus_AndLogins()
    {
        site.StandIn.Wrote("oLogin");
        (await site.CallAsync((api, account) => api.FetchMediaAsync(account, "media_1", stop))).Value!.Type.ShouldBe("image/jpeg");
        (await site.CallAsync((api, account) => api.FetchMediaAsync(account, "gone", stop))).Fault!.Remedy.ShouldBe(Remedy.GiveUp);
        (await site.CallAsync((api, account) => api.MakeCodeAsync(account, "stall-7", stop))).Value.ShouldStartWith("http://weixin.qq.com/q/");
        (await site.CallAsync((api, account) => api.MakeMenuAsync(account, new { button = Array.Empty<object>() }, stop))).Fault.ShouldBeNull();
        (await site.CallAsync((api, account) => api.IsFollowingAsync(account, "oLogin", stop))).Value.ShouldBeTrue();

        var code = site.StandIn.MakeCode("oLogin");
        (await site.CallAsync((api, account) => api.OpenIdOfAsync(account, code, stop))).Value.ShouldBe("oLogin");
        (await site.CallAsync((api, account) => api.OpenIdOfAsync(account, code, stop))).Fault!.Remedy.ShouldBe(Remedy.GiveUp);
    }

    private Task<WeChatAnswer<bool>> SayAsync(string openId) => site.CallAsync((api, account) => api.SayAsync(account, openId, "好", stop));
}
