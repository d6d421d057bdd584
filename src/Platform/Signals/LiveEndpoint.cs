using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Signals;

/// <summary>
/// /live/{topic}: server-sent events that say only "look again". "desk" is heard for the units where one
/// reads requests, "notices" for one's own account. The number in an event is how often to look: once.
/// </summary>
public static class LiveEndpoint
{
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    /// <summary>Maps /live/{topic}.</summary>
    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/live/{topic}", FollowAsync).WithMetadata(new UnattendedAttribute());

    private static async Task FollowAsync(HttpContext http, string topic, [FromServices] ICurrentActor current, SignalBus bus, IHostApplicationLifetime life)
    {
        var actor = await current.GetAsync(http.RequestAborted);
        if (actor.Account is not { } account || TopicsFor(topic, actor, account) is not { Count: > 0 } signals)
        {
            http.Response.StatusCode = actor.Account is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
            return;
        }

        using var place = http.RequestServices.GetRequiredService<LiveConnections>().Open(account);
        if (place is null)
        {
            // The one answer after which a browser does not come back by itself.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        await StreamAsync(http, signals, bus, end.Token);
    }

    /// <summary>The signal that something changed in a request that this unit, or one below it, has or had.</summary>
    public static string DeskTopic(UnitId unit) => $"desk-{unit}";

    private static IReadOnlyList<string> TopicsFor(string topic, Actor actor, AccountId account) => topic switch
    {
        "desk" => [.. actor.Where(Permission.ReadRequests).Select(grant => DeskTopic(grant.Unit)).Distinct()],
        "notices" => [NoticeTopic(account)],
        _ => [],
    };

    /// <summary>The signal that an account's open pages should look again.</summary>
    public static string NoticeTopic(AccountId account) => $"notices-{account}";

    private static async Task StreamAsync(HttpContext http, IReadOnlyList<string> signals, SignalBus bus, CancellationToken stop)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var subscriptions = signals.Select(signal => bus.Subscribe(signal, () => heard.Writer.TryWrite(true))).ToList();
        try
        {
            await SendAsync(http, "retry: 3000\n\n", stop);
            for (var count = 0L; ;)
            {
                var message = await HeardAsync(heard.Reader, stop) ? string.Create(CultureInfo.InvariantCulture, $"id: {++count}\ndata: 1\n\n") : ":\n\n";
                await SendAsync(http, message, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or the server stops.
        }
        finally
        {
            subscriptions.ForEach(subscription => subscription.Dispose());
        }
    }

    private static async Task<bool> HeardAsync(ChannelReader<bool> heard, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Heartbeat);
        try
        {
            return await heard.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task SendAsync(HttpContext http, string text, CancellationToken stop)
    {
        await http.Response.WriteAsync(text, stop);
        await http.Response.Body.FlushAsync(stop);
    }
}
