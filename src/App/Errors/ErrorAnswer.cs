using System.Text.Encodings.Web;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;

namespace UnionHall.App.Errors;

/// <summary>The page or problem document for what went wrong. Plain text work: it must stand when the database or the layout does not.</summary>
internal sealed class ErrorAnswer(ErrorWords words, Assets assets, HtmlEncoder encoder, IEnumerable<IErrorFormat> formats) : IErrorAnswer
{
    public Task WriteAsync(HttpContext context, int status, string? reference)
    {
        var text = words.Of(status, context.Response.Headers.RetryAfter);
        if (formats.FirstOrDefault(format => format.Takes(context.Request)) is { } contract)
        {
            return contract.WriteAsync(context, status, text.What + text.Now);
        }

        if (WantsJson(context.Request))
        {
            var extensions = reference is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["reference"] = reference };
            return Results.Problem($"{text.What}{text.Now}", statusCode: status, title: text.Title, extensions: extensions).ExecuteAsync(context);
        }

        if (status == StatusCodes.Status503ServiceUnavailable && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers["Refresh"] = "10";
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(Page(context.Request, status, text, reference));
    }

    private static bool WantsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return !accept.Contains("html", StringComparison.OrdinalIgnoreCase)
            && (accept.Contains("json", StringComparison.OrdinalIgnoreCase)
                || request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                || (request.Path == "/files" && HttpMethods.IsPost(request.Method)));
    }

    private string Page(HttpRequest request, int status, ErrorText text, string? reference)
    {
        var preferences = PagePreferences.Of(request);
        var isDesk = request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);
        var (start, back) = isDesk ? ("/desk", "回今天") : ("/", "去首页");
        return $"""
            <!doctype html>
            <html lang="zh-CN" data-theme="{preferences.Theme}" data-size="{preferences.Size}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="robots" content="noindex">
            <title>{encoder.Encode(text.Title)} · 职工之家</title>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="{assets.Url("unionhall.css")}">
            </head>
            <body>
            <a class="uh-skip" href="#main">跳到正文</a>
            <div class="uh-app uh-app--bare">
            <header class="uh-top"><span class="uh-seal" aria-hidden="true">家</span><p class="uh-brand">职工之家</p></header>
            <main id="main"><div class="card uh-empty">
            <svg class="uh-i pic" viewBox="0 0 24 24" aria-hidden="true">{Icons.Svg(Picture(status))}</svg>
            <h1>{encoder.Encode(text.Title)}</h1>
            <p>{encoder.Encode(text.What)}</p>
            <p>{encoder.Encode(text.Now)}</p>
            <div class="uh-actions"><a class="btn btn-primary" href="{start}">{back}</a><a class="btn" href="tel:12351">打 12351</a></div>
            {(reference is null ? "" : $"<p class=\"uh-muted small\">打电话时请报这个编号：{reference}</p>")}
            </div></main>
            </div>
            </body>
            </html>

            """;
    }

    private static string Picture(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "lock",
        StatusCodes.Status404NotFound => "search-none",
        StatusCodes.Status429TooManyRequests => "hourglass",
        >= StatusCodes.Status500InternalServerError => "cloud-warning",
        _ => "info",
    };
}
