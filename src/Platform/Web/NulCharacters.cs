using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace UnionHall.Platform.Web;

/// <summary>
/// PostgreSQL stores no NUL, and nobody types one: it is taken out of what was sent before any page looks at it. The
/// server itself refuses one in the path.
/// </summary>
internal static class NulCharacters
{
    public static IApplicationBuilder UseWithoutNul(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            request.QueryString = new QueryString(request.QueryString.Value.Replace("%00", "", StringComparison.Ordinal));
        }

        return next(context);
    });

    /// <summary>The form of a page, read under that page's own limits.</summary>
    internal sealed class FormFilter : IAsyncResourceFilter, IOrderedFilter
    {
        // Before the submission is looked up, whose fingerprint is of what the page will see.
        public int Order => -1000;

        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            var request = context.HttpContext.Request;
            if (request.HasFormContentType && await request.ReadFormAsync(context.HttpContext.RequestAborted) is var form && form.Any(HasNul))
            {
                request.Form = new FormCollection(form.ToDictionary(field => Without(field.Key), field => new StringValues([.. field.Value.Select(Without)]), StringComparer.OrdinalIgnoreCase), form.Files);
            }

            await next();
        }

        private static bool HasNul(KeyValuePair<string, StringValues> field) =>
            field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true);

        private static string Without(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal);
    }
}
