using Microsoft.Extensions.DependencyInjection;
using UnionHall.Requests.Settings;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.TrackRequest;

public sealed class TrackRequestTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Neutral = "编号或口令不对，两个都对上才能看。看一眼回执再填一次，空格和点可以不打。";

    [Fact]
    public async Task Post_WithReferenceAndPassphrase_OpensTheRequest()
    {
        var filed = await site.FiledAsync();
        using var browser = site.NewBrowser();

        var page = await browser.TrackAsync("诉" + filed.Reference, filed.Passphrase.Replace(" · ", "", StringComparison.Ordinal));

        page.Path.ShouldBe($"/requests/track/{filed.Reference}");
        page.Text.ShouldContain("现在由清溪街道总工会办");
        page.Text.ShouldContain("9月24日 周四前答复您还剩 5 个工作日");
    }

    [Fact]
    public async Task Post_TellsAWrongPassphraseAndAnUnknownReferenceAlike()
    {
        var filed = await site.FiledAsync();
        using var browser = site.NewBrowser();

        foreach (var (reference, passphrase) in new[] { (filed.Reference, "青瓦 · 石榴 · 4719"), ("2026-999999", filed.Passphrase), ("不是编号", filed.Passphrase) })
        {
            var page = await browser.TrackAsync(reference, passphrase);
            page.Path.ShouldBe("/requests/track");
            page.ErrorAt("口令").ShouldBe(Neutral);
        }
    }

    [Theory]
    [InlineData("", "青瓦 石榴 4719", "编号", "编号还没填，在回执上，像 2026-001846。")]
    [InlineData("2026-000001", " ", "口令", "口令还没填，在回执上，两个词加四个数字。")]
    [InlineData("", "", "编号", "编号还没填，在回执上，像 2026-001846。")]
    public async Task Post_OfAnEmptyField_SaysWhichIsMissing_AndCountsAsNoTry(string reference, string passphrase, string field, string sentence)
    {
        using var browser = site.NewBrowser();

        var page = await browser.TrackAsync(reference, passphrase);

        page.ErrorAt(field).ShouldBe(sentence);
        page.ValueOf("编号").ShouldBe(reference);
        (await site.CountAsync("tracking_try where reference = '2026-000001'")).ShouldBe(0);
    }

    [Fact]
    public async Task Get_WithAStolenReference_TellsNothing()
    {
        var filed = await site.FiledAsync(words: "这是很要紧的秘密。");
        using var thief = site.NewBrowser();

        foreach (var path in new[] { "", "/answer", "/supplement", "/confirm", "/withdraw" })
        {
            var known = await thief.GetAsync($"/requests/track/{filed.Reference}{path}");
            var unknown = await thief.GetAsync($"/requests/track/2026-999999{path}");
            known.Path.ShouldBe($"/requests/track?reference={filed.Reference}");
            unknown.Path.ShouldBe("/requests/track?reference=2026-999999");
            known.Text.ShouldBe(unknown.Text);
            known.Body.ShouldNotContain("秘密");
        }
    }

    [Fact]
    public async Task SignOut_ForgetsWhatThePassphraseOpened()
    {
        var filed = await site.FiledAsync();
        using var browser = await site.WorkerBrowserAsync("13900007711");
        await browser.TrackAsync(filed.Reference, filed.Passphrase);
        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Path.ShouldBe($"/requests/track/{filed.Reference}");

        await browser.PressAsync(await browser.GetAsync("/sign-out"), "退出登录");

        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Path.ShouldBe($"/requests/track?reference={filed.Reference}");
    }

    [Fact]
    public async Task Get_WithThePassOfAnotherRequest_TellsNothing()
    {
        var mine = await site.FiledAsync();
        var other = await site.FiledAsync();
        using var browser = await site.FollowerAsync(mine);

        (await browser.GetAsync($"/requests/track/{other.Reference}")).Path.ShouldBe($"/requests/track?reference={other.Reference}");
    }

    [Fact]
    public async Task Post_AfterTenWrongTries_LocksTheReferenceForAQuarterOfAnHour_FromEveryAddress()
    {
        var filed = await site.FiledAsync();
        for (var i = 0; i < 10; i++)
        {
            using var guesser = site.NewBrowser();
            (await guesser.TrackAsync(filed.Reference, $"青瓦 · 石榴 · {i:0000}")).ErrorAt("口令").ShouldBe(Neutral);
        }

        using var browser = site.NewBrowser();
        (await browser.TrackAsync(filed.Reference, filed.Passphrase)).ErrorAt("口令")!.ShouldContain("先停一会儿，15 分后再试");
        site.Clock.Advance(TimeSpan.FromMinutes(14));
        (await browser.TrackAsync(filed.Reference, filed.Passphrase)).ErrorAt("口令")!.ShouldContain("先停一会儿");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        (await browser.TrackAsync(filed.Reference, filed.Passphrase)).Path.ShouldBe($"/requests/track/{filed.Reference}");
    }

    [Fact]
    public async Task Post_LocksAReferenceThatDoesNotExistInTheSameWay()
    {
        using var browser = site.NewBrowser();
        for (var i = 0; i < 10; i++)
        {
            (await browser.TrackAsync("2026-888888", "青瓦 · 石榴 · 4719")).ErrorAt("口令").ShouldBe(Neutral);
        }

        (await browser.TrackAsync("2026-888888", "青瓦 · 石榴 · 4719")).ErrorAt("口令")!.ShouldContain("先停一会儿");
    }

    [Fact]
    public async Task Post_OfAnotherReference_EndsNoLock_HoweverLongItIsSetToLast()
    {
        await SetLockAsync(600);
        using var browser = site.NewBrowser();
        for (var i = 0; i < 11; i++)
        {
            await browser.TrackAsync("2026-777777", "青瓦 · 石榴 · 4719");
        }

        site.Clock.Advance(TimeSpan.FromHours(2));
        await browser.TrackAsync("2026-777778", "青瓦 · 石榴 · 4719");
        (await browser.TrackAsync("2026-777777", "青瓦 · 石榴 · 4719")).ErrorAt("口令")!.ShouldContain("先停一会儿");

        site.Clock.Advance(TimeSpan.FromHours(9));
        await browser.TrackAsync("2026-777778", "青瓦 · 石榴 · 4719");
        (await site.CountAsync("tracking_try where reference = '2026-777777'")).ShouldBe(0, "what no longer counts is swept");
        await SetLockAsync(15);
    }

    private async Task SetLockAsync(int minutes)
    {
        await site.ExecuteAsync($"update request_setting set value = {minutes} where key = 'track-minutes'");
        site.Services.GetRequiredService<RequestSettings>().Forget();
    }

    [Fact]
    public async Task Pass_EndsHalfAnHourAfterTheLastLook()
    {
        var filed = await site.FiledAsync();
        using var browser = await site.FollowerAsync(filed);
        site.Clock.Advance(TimeSpan.FromMinutes(29));
        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Path.ShouldBe($"/requests/track/{filed.Reference}");
        site.Clock.Advance(TimeSpan.FromMinutes(29));
        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Path.ShouldBe($"/requests/track/{filed.Reference}");

        site.Clock.Advance(TimeSpan.FromMinutes(31));

        (await browser.GetAsync($"/requests/track/{filed.Reference}")).Path.ShouldContain("?reference=");
    }
}
