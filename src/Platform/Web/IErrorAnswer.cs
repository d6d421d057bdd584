using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Web;

/// <summary>Slot: writes the page or problem document for a status. Filled by the app, which has the words and the look.</summary>
public interface IErrorAnswer
{
    /// <summary>Writes the body of an answer that is not what was asked for; the status is set already.</summary>
    /// <param name="context">The request; a page for a browser, a problem document for a program.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="reference">The number the person can tell on the phone, found in the log; null when nothing broke.</param>
    Task WriteAsync(HttpContext context, int status, string? reference);
}
