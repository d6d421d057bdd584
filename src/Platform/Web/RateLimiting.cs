using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace UnionHall.Platform.Web;

/// <summary>Counts callers by account and by address. The count is each node's own: a limit need not be exact.</summary>
public static class RateLimiting
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimits>().BindConfiguration("RateLimits").ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimits>>((limiter, limits) => Configure(limiter, limits.Value));
        return services;
    }

    /// <summary>After routing and signing in, so that pages can name their limit and accounts are known.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app) => app.UseRateLimiter();

    private static void Configure(RateLimiterOptions limiter, RateLimits limits)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(Account(context), limits.GeneralPerAccount)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(Address(context), limits.GeneralPerAddress)));
        limiter.AddPolicy(RateLimits.SignInPolicy, context => Limit(Changes(context, Address(context)), limits.SignIn));
        limiter.AddPolicy(RateLimits.TrackPolicy, context => Limit(Changes(context, Address(context)), limits.Track));
        limiter.AddPolicy(RateLimits.SubmitPolicy, context => Limit(Changes(context, Account(context) ?? Address(context)), limits.Submit));
        limiter.AddPolicy(RateLimits.UploadPolicy, context => Limit(Changes(context, Account(context) ?? Address(context)), limits.Upload));
        limiter.AddPolicy(RateLimits.PublicPolicy, context => Limit(Changes(context, "") is null ? Address(context) : null, limits.Public));
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static RateLimitPartition<string> Limit(string? caller, int perMinute) => caller is null || perMinute == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetSlidingWindowLimiter(caller, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = Window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    /// <summary>Looking at a page with a form is free; sending it counts.</summary>
    private static string? Changes(HttpContext context, string? caller) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? null : caller;

    private static string? Account(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The address, or its /64 network: a household or a firm has a whole one of IPv6. None in a process of tests.</summary>
    private static string? Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } long6 => new IPAddress([.. long6.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString(),
        var short4 => short4.ToString(),
    };
}
