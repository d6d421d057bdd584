using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Files;

namespace UnionHall.Platform.Web;

/// <summary>Refuses a body that says it is too large before a byte of it is read, with an answer that arrives.</summary>
public static class BodyLimits
{
    private const int TextBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static IServiceCollection AddBodyLimits(this IServiceCollection services)
    {
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<UploadLimits>>((kestrel, uploads) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = uploads.Value.FormBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(20);
        });
        services.AddOptions<FormOptions>().Configure<IOptions<UploadLimits>>((form, uploads) =>
        {
            form.MultipartBodyLengthLimit = uploads.Value.FormBytes;
            form.ValueLengthLimit = TextBytes;
            form.ValueCountLimit = 4096;
        });
        return services;
    }

    /// <summary>After routing, which knows the limit of the address asked for.</summary>
    public static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app)
    {
        long otherwise = app.ApplicationServices.GetRequiredService<IOptions<UploadLimits>>().Value.FormBytes;
        return app.Use((context, next) =>
        {
            var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? otherwise;
            return context.Request.ContentLength > limit ? RefuseAsync(context) : next(context);
        });
    }

    /// <summary>
    /// Answers 413, then lets some of the body run into nothing: a browser reads the answer only while it can go on sending.
    /// </summary>
    private static async Task RefuseAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.Headers.Connection = "close";
        await context.RequestServices.GetRequiredService<IErrorAnswer>().WriteAsync(context, StatusCodes.Status413PayloadTooLarge, reference: null);
        await context.Response.CompleteAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException)
        {
            // The sender gave up or took too long; the answer is out either way.
        }
    }
}
