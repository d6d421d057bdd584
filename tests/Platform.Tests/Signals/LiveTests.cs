using System.Net;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Platform.Tests.Jobs;
using UnionHall.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Tests.Signals;

public sealed class LiveTests(JobSite site) : IClassFixture<JobSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Visitors_AndPeopleWithoutAPost_HearNothingOfTheDesk()
    {
        using var visitor = site.NewBrowser();
        using var nobody = await site.SignedInAsAsync(null);

        (await StatusAsync(visitor, "/live/desk")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(nobody, "/live/desk")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Staff_HearThatSomethingChangedInTheirUnit_AndNothingElse()
    {
        var unit = UnitId.Next();
        using var staff = await site.SignedInAsAsync(Role.Handler, unit);
        using var response = await OpenAsync(staff, "/live/desk");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop));
        (await reader.ReadLineAsync(stop)).ShouldBe("retry: 3000");
        await reader.ReadLineAsync(stop);

        site.Services.GetRequiredService<SignalBus>().Hear(LiveEndpoint.DeskTopic(UnitId.Next()));
        site.Services.GetRequiredService<SignalBus>().Hear(LiveEndpoint.DeskTopic(unit));
        (await reader.ReadLineAsync(stop)).ShouldBe("id: 1");
        (await reader.ReadLineAsync(stop)).ShouldBe("data: 1");
        (await reader.ReadLineAsync(stop)).ShouldBe("");
        site.Services.GetRequiredService<SignalBus>().Hear(LiveEndpoint.DeskTopic(unit));
        (await reader.ReadLineAsync(stop)).ShouldBe("id: 2");
    }

    [Fact]
    public async Task ASeventhStream_IsToldNotToComeBack()
    {
        using var staff = await site.SignedInAsAsync(Role.Handler);
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
        {
            streams.Add(await OpenAsync(staff, "/live/notices"));
        }

        (await StatusAsync(staff, "/live/notices")).ShouldBe(HttpStatusCode.NoContent);
        streams.ForEach(stream => stream.Dispose());
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string address)
    {
        using var response = await OpenAsync(browser, address);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> OpenAsync(Browser browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await browser.SendRawAsync(request);
    }
}
