using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionHall.App.Errors;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Tests.Web;

/// <summary>On a site of two addresses with small limits: /form takes part in the track limit.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private WebApplication? app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["RateLimits:Track"] = "3";
        builder.Configuration["RateLimits:GeneralPerAddress"] = "20";
        builder.Logging.ClearProviders();
        builder.Services.AddWeb().AddSingleton<ErrorWords>().AddSingleton<IErrorAnswer, ErrorAnswer>().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            return next(context);
        });
        app.UseSafety();
        app.UseRouting();
        app.UseRateLimits();
        app.MapMethods("/form", ["GET", "POST"], () => Results.Ok()).RequireRateLimiting(RateLimits.TrackPolicy);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    [Fact]
    public async Task TooManyPosts_AreToldToWait_AndOthersGoOn()
    {
        for (var round = 0; round < 3; round++)
        {
            (await SendAsync(HttpMethod.Post, "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var refused = await SendAsync(HttpMethod.Post, "203.0.113.7");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("来得太快了");
        (await SendAsync(HttpMethod.Get, "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Post, "203.0.113.8")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AHousehold_CountsAsOneAddress()
    {
        for (var round = 0; round < 3; round++)
        {
            await SendAsync(HttpMethod.Post, $"2001:db8:1:2::{round}");
        }

        (await SendAsync(HttpMethod.Post, "2001:db8:1:2:ffff::9")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task TooManyOfAnyKind_AreToldToWait()
    {
        for (var round = 0; round < 20; round++)
        {
            await SendAsync(HttpMethod.Get, "203.0.113.9");
        }

        (await SendAsync(HttpMethod.Get, "203.0.113.9")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address)
    {
        using var client = app!.GetTestClient();
        using var request = new HttpRequestMessage(method, new Uri("/form", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
