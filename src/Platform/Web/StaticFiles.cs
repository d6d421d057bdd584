using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Web;

/// <summary>Serves wwwroot from memory, compressed once as small as it goes. Built files are kept by browsers for a year, the others are asked for again.</summary>
public static class StaticFiles
{
    private const string Forever = "public, max-age=31536000, immutable";
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".webmanifest"] = "application/manifest+json" } };

    public static IApplicationBuilder UseSiteFiles(this IApplicationBuilder app)
    {
        var root = app.ApplicationServices.GetRequiredService<Assets>().WebRoot;
        var kept = new ConcurrentDictionary<string, Packed>(StringComparer.Ordinal);
        return app.Use((context, next) =>
            (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && Locate(root, context.Request.Path) is { } file
                ? SendAsync(context, file, kept)
                : next(context));
    }

    /// <summary>The file an address names; only inside the folder, only kinds that browsers know.</summary>
    private static FileInfo? Locate(string root, PathString path)
    {
        if (!Path.HasExtension(path.Value) || path.Value!.Contains("..", StringComparison.Ordinal) || path.Value.Contains('\\', StringComparison.Ordinal) || path.Value.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(root, path.Value.TrimStart('/')));
        return file.Exists && file.Name[0] != '.' && Types.TryGetContentType(file.Name, out _) ? file : null;
    }

    private static Task SendAsync(HttpContext context, FileInfo file, ConcurrentDictionary<string, Packed> kept)
    {
        var packed = kept.AddOrUpdate(
            file.FullName,
            _ => new Packed(file),
            (_, old) => old.WrittenAt == file.LastWriteTimeUtc ? old : new Packed(file));
        var (body, encoding) = packed.For(context.Request.Headers.AcceptEncoding.ToString());
        var headers = context.Response.Headers;
        headers.CacheControl = context.Request.Path.StartsWithSegments("/dist", StringComparison.Ordinal) && file.Extension != ".json" ? Forever : "no-cache";
        headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        Types.TryGetContentType(file.Name, out var type);
        var written = new DateTimeOffset(packed.WrittenAt.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return TypedResults.Bytes(body, type, lastModified: written, entityTag: new EntityTagHeaderValue($"\"{packed.Tag}{encoding}\"")).ExecuteAsync(context);
    }

    /// <summary>One file, plain and compressed.</summary>
    private sealed class Packed
    {
        private readonly byte[] plain;
        private readonly Lazy<byte[]> brotli;
        private readonly Lazy<byte[]> gzip;

        public Packed(FileInfo file)
        {
            WrittenAt = file.LastWriteTimeUtc;
            plain = File.ReadAllBytes(file.FullName);
            Tag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(plain))[..16];
            brotli = new Lazy<byte[]>(() => Pack(stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
            gzip = new Lazy<byte[]>(() => Pack(stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
        }

        public DateTime WrittenAt { get; }

        public string Tag { get; }

        public (byte[] Body, string? Encoding) For(string accepted) =>
            accepted.Contains("br", StringComparison.Ordinal) && brotli.Value.Length < plain.Length ? (brotli.Value, "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) && gzip.Value.Length < plain.Length ? (gzip.Value, "gzip")
            : (plain, null);

        private byte[] Pack(Func<Stream, Stream> wrap)
        {
            using var packed = new MemoryStream();
            using (var stream = wrap(packed))
            {
                stream.Write(plain);
            }

            return packed.ToArray();
        }
    }
}
