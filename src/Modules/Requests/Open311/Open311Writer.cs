using Microsoft.AspNetCore.Http;

namespace UnionHall.Requests.Open311;

/// <summary>Sends an answer in the format that was asked for. What is public may be read by pages of other sites.</summary>
internal static class Open311Writer
{
    public static string TypeOf(string format) => format == "xml" ? "text/xml; charset=utf-8" : "application/json; charset=utf-8";

    public static IResult Result(HttpContext http, string format, Open311Document document, int status)
    {
        Mark(http);
        return Results.Text(document.Write(format), TypeOf(format), contentEncoding: null, status);
    }

    public static void Mark(HttpContext http)
    {
        http.Response.Headers.CacheControl = HttpMethods.IsGet(http.Request.Method) ? "no-cache" : "no-store";
        if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
    }
}
