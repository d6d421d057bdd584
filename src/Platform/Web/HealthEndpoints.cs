using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace UnionHall.Platform.Web;

/// <summary>/healthz: this process is alive. /readyz: send it people.</summary>
public static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive")).DisableRateLimiting().AllowAnonymous();
        routes.MapGet("/readyz", async (Readiness readiness, CancellationToken stop) => await readiness.CheckAsync(stop) is { } reason
            ? Results.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).DisableRateLimiting().AllowAnonymous();
        return routes;
    }
}
