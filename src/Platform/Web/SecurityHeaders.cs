using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Web;

/// <summary>What every answer tells the browser it may not do (ASVS 5.0, chapter 3). A page that needs more sets its own header first.</summary>
public static class SecurityHeaders
{
    /// <summary>Everything from this site only, nothing inline, no frames.</summary>
    public const string ContentPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string Permissions = "camera=(self), geolocation=(self), microphone=(self), payment=(), usb=(), interest-cohort=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    });

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (headers.CacheControl.Count == 0 && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            // What someone signed in has seen stays on no disk.
            headers.CacheControl = context.User.Identity?.IsAuthenticated == true ? "private, no-store" : "private, no-cache";
        }

        return Task.CompletedTask;
    }
}
