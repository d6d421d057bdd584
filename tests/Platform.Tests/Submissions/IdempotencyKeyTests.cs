using System.Net;
using System.Text;
using UnionHall.Platform.Tests.Jobs;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Submissions;

public sealed class IdempotencyKeyTests(JobSite site) : IClassFixture<JobSite>
{
    [Fact]
    public async Task TheSameRequestAgain_GetsTheSameAnswer_AndActsOnce()
    {
        using var browser = site.NewBrowser();
        var key = Guid.CreateVersion7().ToString();

        var first = await RingAsync(browser, key, "当");
        var second = await RingAsync(browser, key, "当");

        first.Status.ShouldBe(HttpStatusCode.Created);
        second.ShouldBe(first);
        (await site.AskAsync<long>("select count(*) from audit_entry where what = 'bell-rang' and data like '%当%'")).ShouldBe(1);
    }

    [Fact]
    public async Task ManyAtOnce_ActOnce()
    {
        using var browser = site.NewBrowser();
        var key = Guid.CreateVersion7().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RingAsync(browser, key, "齐")));

        answers.Distinct().Count().ShouldBe(1);
        (await site.AskAsync<long>("select count(*) from audit_entry where what = 'bell-rang' and data like '%齐%'")).ShouldBe(1);
    }

    [Fact]
    public async Task OtherContentUnderTheSameKey_IsRefused()
    {
        using var browser = site.NewBrowser();
        var key = Guid.CreateVersion7().ToString();
        await RingAsync(browser, key, "甲");

        var answer = await RingAsync(browser, key, "乙");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Body.ShouldContain("submission-changed");
    }

    [Fact]
    public async Task AnotherCallerWithTheSameKey_SeesNothing()
    {
        using var browser = site.NewBrowser();
        var key = Guid.CreateVersion7().ToString();
        await RingAsync(browser, key, "密");

        var answer = await RingAsync(browser, key, "密", caller: "Bearer other");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("12345")]
    public async Task WithoutAUsableKey_TellsWhatIsMissing(string? key)
    {
        using var browser = site.NewBrowser();

        var answer = await RingAsync(browser, key, "无");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task ARequestThatFailed_MayBeTriedAgainUnderItsKey()
    {
        using var browser = site.NewBrowser();
        var key = Guid.CreateVersion7().ToString();
        site.Tower.Act = (_, _) => throw new InvalidOperationException("钟坏了");
        await Should.ThrowAsync<InvalidOperationException>(() => RingAsync(browser, key, "再"));
        site.Tower.Act = (_, _) => Task.CompletedTask;

        (await RingAsync(browser, key, "再")).Status.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<(HttpStatusCode Status, string? Location, string Body)> RingAsync(Browser browser, string? key, string tone, string caller = "Bearer one")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/json-bells/ring") { Content = new StringContent(tone, Encoding.UTF8) };
        request.Headers.TryAddWithoutValidation("Authorization", caller);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await browser.SendRawAsync(request);
        return (response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
