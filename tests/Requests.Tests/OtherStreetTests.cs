using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests;

/// <summary>What a handler of one street, a worker and a stranger can find out about a case of another street, by whatever address: nothing.</summary>
public sealed class OtherStreetTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Secret = "锅炉房";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;
    private string theirs = "";

    public async ValueTask InitializeAsync()
    {
        city = await GivenCity.BuildAsync(site);
        theirs = await given.SubmittedAsync(city.Courier, $"{Secret}没有人值班。", name: "赵铁山");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EveryAddressOfACase_TellsAndDoesNothing()
    {
        var pages = (await PageAddress.AllAsync(site)).Where(page => page.Pattern.Contains("{reference}", StringComparison.Ordinal)).ToList();
        pages.Count.ShouldBeGreaterThan(12);
        var before = await StateAsync();
        var tried = 0;

        foreach (var browser in new[] { await city.AsAsync(Role.Handler, city.Wangjiang), await city.AsAsync(Role.Chair, city.Donghu), await site.WorkerBrowserAsync("19900001078"), site.NewBrowser() })
        {
            var form = await browser.GetAsync("/requests/submit");
            foreach (var page in pages)
            {
                var address = page.With(theirs);
                Closed(page, await browser.GetAsync(address));
                foreach (var post in page.Posts)
                {
                    Closed(page, await browser.PostFormAsync(form, post.Length == 0 ? address : $"{address}?handler={post}", ("Form.Words", "偷看"), ("Form.Reason", "偷看一眼里面写了什么"), ("Form.Solved", "true")));
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(40);
        (await StateAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("acknowledge")]
    [InlineData("assign")]
    [InlineData("assign-to")]
    public async Task BulkActs_TellAndDoNothing(string act)
    {
        var other = await city.AsAsync(Role.Handler, city.Wangjiang);
        var before = await StateAsync();
        var form = await other.GetAsync("/requests/submit");
        var answer = await other.PostFormAsync(form, "/desk/requests/bulk", ("Form.Requests[0]", theirs), ("Form.Act", act));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldNotContain(Secret);
        (await StateAsync()).ShouldBe(before);
    }

    private static void Closed(PageAddress page, PageAnswer answer)
    {
        var isDesk = page.IsOfStaff;
        var isShut = answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || answer.Path.StartsWith("/sign-in", StringComparison.Ordinal) || (!isDesk && answer.Path.StartsWith("/requests/track", StringComparison.Ordinal));
        isShut.ShouldBeTrue($"{page.Pattern}: {answer.Status} {answer.Path} {answer.Title}");
        answer.Body.ShouldNotContain(Secret);
        answer.Body.ShouldNotContain("赵");
    }

    private async Task<(RequestState State, int Entries)> StateAsync()
    {
        var request = await given.ReadAsync(theirs);
        return (request.State, (int)await site.CountAsync($"timeline_entry where request_id = '{request.Id.Value}'"));
    }
}
