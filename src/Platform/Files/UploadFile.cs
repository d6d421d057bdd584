using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>
/// POST /files: one file in the form field "file", streamed. The antiforgery token comes in the RequestVerificationToken
/// header, because the file is read before the rest of the form could be.
/// </summary>
internal sealed class UploadFile(IHttpContextAccessor web, FileStore store, ICurrentActor actors, IAntiforgery antiforgery, IOptions<UploadLimits> limits)
{
    private readonly HttpContext context = web.HttpContext!;

    public async Task<IResult> HandleAsync(CancellationToken stop)
    {
        if (!context.Request.Headers.ContainsKey("RequestVerificationToken") || !await antiforgery.IsRequestValidAsync(context))
        {
            return Problem(StatusCodes.Status400BadRequest, "page-expired", "这个页面开得太久了。请刷新后再传，写好的话都还在。");
        }

        try
        {
            return await StoreAsync(stop);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (InvalidDataException)
        {
            return Problem(StatusCodes.Status400BadRequest, "form-broken", "文件没有传完整，请再传一次。");
        }
    }

    private async Task<IResult> StoreAsync(CancellationToken stop)
    {
        var boundary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (boundary is null || !type!.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "form-kind", "上传要用表单（multipart/form-data）。");
        }

        var reader = new MultipartReader(boundary, context.Request.Body);
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (section.AsFileSection() is { Name: "file", FileStream: { } content } part)
            {
                var actor = await actors.GetAsync(stop);
                var stored = await store.StoreAsync(content, part.FileName, actor, stop);
                return stored.Refusal is { } refusal
                    ? Problem(StatusOf(refusal.Code), refusal.Code, refusal.Sentence)
                    : Results.Json(new { id = stored.Value!.Id.Value, name = stored.Value.Name, size = stored.Value.Size, url = stored.Value.Url });
            }
        }

        return Problem(StatusCodes.Status400BadRequest, "file-missing", "没有收到文件，请选好文件再传一次。");
    }

    private static int StatusOf(string code) => code switch
    {
        "file-too-large" => StatusCodes.Status413PayloadTooLarge,
        "file-kind" or "file-macros" or "file-video" => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private IResult TooLarge() => Problem(StatusCodes.Status413PayloadTooLarge, "file-too-large", FileIntake.TooLarge(limits.Value.FileBytes).Message);

    private static IResult Problem(int status, string code, string sentence) =>
        Results.Problem(sentence, statusCode: status, title: "没有传上来", extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}
