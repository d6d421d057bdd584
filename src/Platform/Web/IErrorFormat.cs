using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Web;

/// <summary>Slot: tells programs in their own format what went wrong, where an outside contract asks for it.</summary>
public interface IErrorFormat
{
    /// <summary>Whether the address is one of this contract.</summary>
    bool Takes(HttpRequest request);

    /// <summary>Writes the body; the status is set already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="sentence">What happened and what to do now, Chinese.</param>
    Task WriteAsync(HttpContext context, int status, string sentence);
}
