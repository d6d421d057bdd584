using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Web;

namespace UnionHall.Requests.Open311;

/// <summary>What breaks under an address of Open311 is told in the format of its suffix too.</summary>
internal sealed class Open311ErrorFormat : IErrorFormat
{
    public bool Takes(HttpRequest request) => request.Path.StartsWithSegments("/open311", StringComparison.Ordinal) && Format(request) is not null;

    public Task WriteAsync(HttpContext context, int status, string sentence)
    {
        var format = Format(context.Request)!;
        Open311Writer.Mark(context);
        context.Response.ContentType = Open311Writer.TypeOf(format);
        return context.Response.WriteAsync(Open311Error.Document([new Open311Error(status, sentence)]).Write(format));
    }

    private static string? Format(HttpRequest request) =>
        request.Path.Value!.EndsWith(".json", StringComparison.Ordinal) ? "json" : request.Path.Value.EndsWith(".xml", StringComparison.Ordinal) ? "xml" : null;
}
