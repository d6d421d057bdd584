using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.WeChat.LinkWeChat;

/// <summary>/account/wechat: a one-time code makes a WeChat somebody's; leaving the account takes it from him.</summary>
public sealed class LinkWeChatTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private static long number = 5000;
    private readonly Browser door = site.NewBrowser();

    [Fact]
    public async Task TheCode_LinksOnce_AndWhoLeavesIsUnlinked()
    {
        using var worker = await site.WorkerBrowserAsync("13800138101");
        var code = await CodeAsync(worker);

        (await SayAsync("oLink", $"绑定{code}")).ShouldStartWith("绑定好了");
        (await SayAsync("oThief", $"绑定 {code}")).ShouldStartWith("这个码不对");
        (await site.FollowerAsync("oLink")).AccountId.ShouldNotBeNull();
        (await worker.GetAsync("/account/wechat")).HasButton("解绑").ShouldBeTrue();

        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await site.Sender.PushAsync(door, site.Sender.Event("oLink", "unsubscribe"));
        (await site.FollowerAsync("oLink")).AccountId.ShouldBeNull();
    }

    [Fact]
    public async Task AnOldCode_AndOneReplacedByANewerOne_LinkNothing()
    {
        using var worker = await site.WorkerBrowserAsync("13800138102");
        var first = await CodeAsync(worker);
        var second = await CodeAsync(worker);

        (await SayAsync("oOld", $"绑定 {first}")).ShouldStartWith("这个码不对");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await SayAsync("oOld", $"绑定 {second}")).ShouldStartWith("这个码不对");
        (await SayAsync("oOld", "解绑")).ShouldBe("这个微信没有绑定过账号。");
        (await site.FollowerAsync("oOld")).AccountId.ShouldBeNull();
    }

    [Fact]
    public async Task UnlinkedFromEitherSide_TheWeChatIsNobodys()
    {
        using var worker = await site.WorkerBrowserAsync("13800138103");
        await SayAsync("oSides", $"绑定 {await CodeAsync(worker)}");
        (await worker.PressAsync(await worker.GetAsync("/account/wechat"), "解绑")).HasButton("解绑").ShouldBeFalse();
        (await site.FollowerAsync("oSides")).AccountId.ShouldBeNull();

        await SayAsync("oSides", $"绑定 {await CodeAsync(worker)}");
        (await SayAsync("oSides", "解绑")).ShouldStartWith("解绑了");
        (await site.FollowerAsync("oSides")).AccountId.ShouldBeNull();
    }

    [Fact]
    public async Task InsideWeChat_WeChatSaysWhoHeIs_ToTheBrowserThatAsked()
    {
        using var worker = await site.WorkerBrowserAsync("13800138104");
        site.StandIn.Wrote("oInside");
        using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri("/account/wechat?handler=Open", UriKind.Relative));
        using var sentOn = await worker.SendRawAsync(asking);
        var address = sentOn.Headers.Location.ShouldNotBeNull().OriginalString;
        address.ShouldStartWith($"https://open.weixin.qq.com/connect/oauth2/authorize?appid={site.StandIn.AppId}&redirect_uri=https%3A%2F%2Fgh.example.cn%2Faccount%2Fwechat%2Fback&response_type=code&scope=snsapi_base&state=");
        var state = address.Split("&state=")[1].Split('#')[0];

        using var other = await site.WorkerBrowserAsync("13800138105");
        (await other.GetAsync($"/account/wechat/back?code={site.StandIn.MakeCode("oInside")}&state={state}")).HasButton("解绑").ShouldBeFalse();
        (await worker.GetAsync($"/account/wechat/back?code={site.StandIn.MakeCode("oInside")}&state={state}")).HasButton("解绑").ShouldBeTrue();
        (await site.FollowerAsync("oInside")).AccountId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_ByAStranger_AsksToSignIn() => (await site.NewBrowser().GetAsync("/account/wechat")).Path.ShouldStartWith("/sign-in");

    private static async Task<string> CodeAsync(Browser worker)
    {
        var page = await worker.PressAsync(await worker.GetAsync("/account/wechat"), "取绑定码");
        var code = page.Document.QuerySelector("[data-code]").ShouldNotBeNull().TextContent.Split(' ')[^1];
        (await worker.GetAsync("/account/wechat")).Body.ShouldNotContain(code);
        return code;
    }

    private async Task<string> SayAsync(string who, string words)
    {
        var answer = await site.Sender.PushAsync(door, site.Sender.Text(who, words, ++number));
        return WeChatXml.Read(site.Sender.Open(WeChatXml.Read(answer.Body)!["Encrypt"]))!["Content"];
    }
}
