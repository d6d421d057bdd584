using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace UnionHall.Platform.Web;

/// <summary>
/// A page asked in a way it has no handler for would be shown without any, past its own checks and with nothing loaded:
/// it is not there instead.
/// </summary>
internal sealed class UnknownHandlers : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Too early to answer.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && !IsPlainGet(context))
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing to add.
    }

    /// <summary>A page that needs no handler to be looked at.</summary>
    private static bool IsPlainGet(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        return (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) && !context.ActionDescriptor.HandlerMethods.Any(handler => HttpMethods.IsGet(handler.HttpMethod));
    }
}
