using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files.Content;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>
/// GET /files/{id}/{name}: only what a module's <see cref="IFileAccess"/> allows, or one's own upload before it is claimed.
/// What may not be fetched does not exist. The browser never runs it: attachment, nosniff, sandbox.
/// </summary>
internal sealed class DownloadFile(IHttpContextAccessor web, AppDbContext db, FileStore store, Uploader uploader, ICurrentActor actors, IEnumerable<IFileAccess> doors)
{
    private readonly HttpContext context = web.HttpContext!;

    public async Task<IResult> HandleAsync(FileId id, CancellationToken stop)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (file is null || !await MayReadAsync(file, await actors.GetAsync(stop), stop))
        {
            return Results.NotFound();
        }

        var name = FileName.ForDownload(file.OriginalName, file.MediaType);
        var inline = FileKinds.IsPhoto(file.MediaType) && context.Request.Query.ContainsKey("inline");
        Guard(context.Response.Headers, name, inline);
        return Results.Stream(
            store.OpenRead(file),
            file.MediaType,
            lastModified: file.UploadedAt,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\""),
            enableRangeProcessing: true);
    }

    private async Task<bool> MayReadAsync(StoredFile file, Actor actor, CancellationToken stop)
    {
        if (file.Subject is not { } subject)
        {
            return uploader.Owns(file, actor);
        }

        foreach (var door in doors.Where(door => door.SubjectKind == subject.Kind))
        {
            if (await door.MayReadAsync(subject, file.Id, actor, stop))
            {
                return true;
            }
        }

        return false;
    }

    private static void Guard(IHeaderDictionary headers, string name, bool inline)
    {
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Kept by this person's browser only, and asked for again each time: access may have been taken away.
        headers.CacheControl = "private, no-cache";
    }
}
