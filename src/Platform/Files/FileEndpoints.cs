using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Files;

/// <summary>The addresses of files: POST /files and GET /files/{id}/{name}.</summary>
public static class FileEndpoints
{
    /// <summary>What surrounds the file in a form: boundaries and part headers.</summary>
    internal const int FormOverhead = 64 * 1024;

    public static IEndpointRouteBuilder MapFiles(this IEndpointRouteBuilder routes)
    {
        var limit = routes.ServiceProvider.GetRequiredService<IOptions<UploadLimits>>().Value.FileBytes + FormOverhead;
        routes.MapPost("/files", (UploadFile upload, CancellationToken stop) => upload.HandleAsync(stop))
            .WithMetadata(new RequestSizeLimitAttribute(limit))
            .RequireRateLimiting(RateLimits.UploadPolicy);
        routes.MapMethods("/files/{id:guid}/{name}", ["GET", "HEAD"], (Guid id, DownloadFile download, CancellationToken stop) => download.HandleAsync(FileId.From(id), stop));
        return routes;
    }
}
