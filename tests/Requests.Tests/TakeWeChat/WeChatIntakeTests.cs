using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Testing;
using UnionHall.Testing.WeChat;

namespace UnionHall.Requests.Tests.TakeWeChat;

/// <summary>A site with the small city, connected to a stand-in of WeChat.</summary>
public sealed class WeChatCity : TestSite
{
    private const string Token = "GhToken2026";
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static long number = 7000;

    public WeChatStandIn StandIn { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        StandIn = await WeChatStandIn.StartAsync(Clock);
        await base.InitializeAsync();
        var city = await this.CityAsync();
        using var admin = await this.StaffBrowserAsync(Role.SystemAdmin, city.Root);
        (await admin.PressAsync(
            await admin.GetAsync("/admin/wechat"),
            "接入",
            ("开发者编号", StandIn.AppId), ("开发者密码", StandIn.Secret), ("令牌", Token), ("消息加解密密钥", Key), ("接口地址", StandIn.Address.ToString()),
            ("本站地址", "https://gh.example.cn"), ("依据", "市总工会办公室〔2026〕8号"))).Text.ShouldContain("改好了");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await StandIn.DisposeAsync();
    }

    /// <summary>A follower sends these texts one after the other, and WeChat's jobs run.</summary>
    public async Task SayAsync(string openId, params string[] words)
    {
        using var door = NewBrowser();
        var sender = new WeChatSender(StandIn.AppId, Token, Key, Clock);
        foreach (var one in words)
        {
            var elements = one.StartsWith('<') ? one + $"<MsgId>{Next()}</MsgId>" : null;
            (await sender.PushAsync(door, elements is null ? sender.Text(openId, one, Interlocked.Increment(ref number)) : sender.Whole(openId, elements))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        }

        StandIn.Wrote(openId);
        await RunJobsAsync();
    }

    /// <summary>What the account wrote to a follower by itself.</summary>
    public IReadOnlyList<string> ToldTo(string openId) =>
        [.. StandIn.CallsTo("/cgi-bin/message/custom/send").Where(call => call.Json.GetProperty("touser").GetString() == openId).Select(call => call.Json.GetProperty("text").GetProperty("content").GetString()!)];

    private static string Next() => Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A worker tells the official account what is wrong: one request, a reference and a passphrase, and he hears what comes of it.</summary>
public sealed class WeChatIntakeTests(WeChatCity site) : IClassFixture<WeChatCity>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFollowerWithoutAnAccount_GetsReferenceAndPassphrase_AndFollowsItWithThem()
    {
        await site.SayAsync(
            "oStranger", "诉求", "食堂三个月没有结工资", "<MsgType>image</MsgType><PicUrl>p</PicUrl><MediaId>media_1</MediaId>",
            "<MsgType>location</MsgType><Location_X>23.134521</Location_X><Location_Y>113.358803</Location_Y><Label>清溪街道工业路 8 号</Label>", "好了", "交");

        var request = await OfAsync("食堂三个月没有结工资");
        request.Channel.ShouldBe(Channel.Wechat);
        request.Visibility.ShouldBe(Visibility.Hidden);
        request.Answers.ShouldContain("清溪街道工业路 8 号");
        var told = site.ToldTo("oStranger").ShouldHaveSingleItem();
        told.Length.ShouldBeLessThan(600);
        told.ShouldContain("https://gh.example.cn/requests/track");
        told.ShouldContain(Reference.Spoken(request.Reference));

        using var browser = site.NewBrowser();
        var passphrase = told.Split('\n').Single(line => line.StartsWith("口令：", StringComparison.Ordinal))["口令：".Length..];
        var page = await browser.PressAsync(await browser.GetAsync("/requests/track"), "看进度", ("编号", request.Reference), ("口令", passphrase));
        page.Text.ShouldContain("食堂三个月没有结工资");
        page.Text.ShouldNotContain("oStranger");
    }

    [Fact]
    public async Task EveryPushThreeTimes_AndTheJobTwice_MakeOneRequest()
    {
        await site.SayAsync("oThrice", "诉求", "宿舍漏水三个月", "好了", "交");
        await site.SayAsync("oThrice", "交");
        await site.WithAsync<RequestsDb>(db => db.Context.Database.ExecuteSqlAsync($"update job set done_at = null, run_at = '2020-01-01' where kind like 'we-chat-talk-handed-in:%'", stop));
        await site.RunJobsAsync();

        (await site.WithAsync<RequestsDb, int>(db => db.Requests.CountAsync(row => row.Words == "宿舍漏水三个月", stop))).ShouldBe(1);
        site.ToldTo("oThrice").Count.ShouldBe(1);
    }

    [Fact]
    public async Task PicturesGoAlong_AndWhatCannotBeTakenIsSaid()
    {
        await site.SayAsync("oPictures", "诉求", "机器没有护罩", "<MsgType>image</MsgType><PicUrl>p</PicUrl><MediaId>media_2</MediaId>", "好了", "交");

        var request = await OfAsync("机器没有护罩");
        var files = await site.WithAsync<FileStore, IReadOnlyList<FileSummary>>(store => store.OfAsync(new Platform.Data.Subject("request", request.Id.Value), stop));
        var told = site.ToldTo("oPictures").Single();
        // The stand-in's picture is four bytes long: no picture.
        files.ShouldBeEmpty();
        told.ShouldContain("有 1 个附件没有收下");
    }

    [Fact]
    public async Task ALinkedWorker_FindsItAmongHisOwn_UnderHisNameAndWorkplace()
    {
        using var worker = await site.WorkerBrowserAsync("13900007701", "王联络");
        await LinkAsync(worker, "oLinked");

        await site.SayAsync("oLinked", "诉求", "夏天没有发高温津贴", "好了", "交");

        (await worker.GetAsync("/my/requests")).Text.ShouldContain("夏天没有发高温津贴");
        site.ToldTo("oLinked").Single().ShouldContain("也在“我的事”里");
        (await worker.GetAsync("/me")).Document.QuerySelector("a[href='/account/wechat']").ShouldNotBeNull();
    }

    [Fact]
    public async Task WhenItIsAnswered_TheFollowerIsToldWithin48Hours_AndNotAfter()
    {
        await site.SayAsync("oSoon", "诉求", "加班费少算了两天", "好了", "交");
        await site.SayAsync("oLate", "诉求", "更衣室没有锁", "好了", "交");
        await ReplyAsync("加班费少算了两天");
        site.ToldTo("oSoon")[^1].ShouldContain("有答复了");
        site.ToldTo("oSoon")[^1].ShouldNotContain("加班费");

        site.Clock.Advance(TimeSpan.FromHours(49));
        await ReplyAsync("更衣室没有锁");
        site.ToldTo("oLate").Count.ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromHours(-49));
    }

    private Task<Request> OfAsync(string words) => site.WithAsync<RequestsDb, Request>(db => db.Requests.AsNoTracking().SingleAsync(row => row.Words.Contains(words), stop));

    private async Task LinkAsync(Browser worker, string openId)
    {
        var page = await worker.PressAsync(await worker.GetAsync("/account/wechat"), "取绑定码");
        await site.SayAsync(openId, page.Document.QuerySelector("[data-code]")!.TextContent.Trim());
    }

    private async Task ReplyAsync(string words)
    {
        await site.ReplyAsync((await OfAsync(words)).Reference);
        await site.RunJobsAsync();
    }
}
