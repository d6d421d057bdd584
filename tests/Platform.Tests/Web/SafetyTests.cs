using System.Net;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Web;

public sealed class SafetyTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/healthz")]
    public async Task EveryAnswer_ForbidsInlineScriptFramesAndSniffing(string address)
    {
        using var answer = await SendAsync(HttpMethod.Get, address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task UnknownAddress_SaysWhereToGo()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/no-such-page");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Title.ShouldBe("没有找到这一页");
        page.LinkTo("打 12351").ShouldBe("tel:12351");
    }

    [Theory]
    [InlineData("OPTIONS", "/sign-in")]
    [InlineData("OPTIONS", "/help")]
    [InlineData("TRACE", "/account/sessions")]
    public async Task APageAskedInAWayItHasNoHandlerFor_IsNotShownWithoutOne(string method, string address)
    {
        using var answer = await SendAsync(new HttpMethod(method), address);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Found);
    }

    [Fact]
    public async Task NulCharacters_AreTakenOutOfWhatWasSent()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/sign-in");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ("submission-key", page.ValueOf("submission-key")), (page.Field("手机号或账号").GetAttribute("name")!, "li\0ming") })
        {
            form.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = form };
        using var answer = await browser.SendRawAsync(request);

        (await BodyAsync(answer)).ShouldContain("value=\"liming\"");
        (await browser.GetAsync("/sign-in?returnUrl=%2Fme%00")).Body.ShouldContain("\"/me\"");
    }

    [Fact]
    public async Task UnknownAddress_ForAProgram_IsAProblemDocument()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/no-such-page", ("Accept", "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await BodyAsync(answer)).ShouldContain("没有找到这一页");
    }

    [Fact]
    public async Task TooLargeBody_IsRefusedBeforeItIsRead()
    {
        using var browser = site.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative)) { Content = new ByteArrayContent(new byte[100]) };
        request.Content.Headers.ContentLength = 200_000_000;
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var answer = await browser.SendRawAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await BodyAsync(answer)).ShouldContain("传的东西太大了");
    }

    [Fact]
    public async Task Readyz_OnACurrentDatabase_IsReady()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/readyz");

        (await BodyAsync(answer)).ShouldBe("ready");
    }

    [Fact]
    public async Task LongPages_TravelCompressed()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/no-such-page", ("Accept", "text/html"), ("Accept-Encoding", "br"));

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
    }

    [Theory]
    [InlineData("/dist/../appsettings.json")]
    [InlineData("/dist/%2e%2e/%2e%2e/Site.cs")]
    [InlineData("//etc/hosts.txt")]
    public async Task SiteFiles_NeverLeaveTheirFolder(string address)
    {
        using var answer = await SendAsync(HttpMethod.Get, address);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var browser = site.NewBrowser();
        using var request = new HttpRequestMessage(method, new Uri("http://localhost" + address));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendRawAsync(request);
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
