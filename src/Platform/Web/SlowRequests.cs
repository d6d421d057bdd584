using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UnionHall.Platform.Web;

/// <summary>Says which address was slow. Paths only: a query may hold what someone searched for.</summary>
public static class SlowRequests
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    public static IApplicationBuilder UseSlowRequests(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("UnionHall.Slow");
        return app.Use(async (context, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            await next(context);
            var took = Stopwatch.GetElapsedTime(start);
            if (took > Slow && !IsStream(context))
            {
                Log.Slow(logger, context.Request.Method, context.Request.Path, (long)took.TotalMilliseconds);
            }
        });
    }

    /// <summary>Live pages stay open and uploads take as long as the network does.</summary>
    private static bool IsStream(HttpContext context) =>
        context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true
        || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
}
