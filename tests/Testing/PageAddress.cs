using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;

namespace UnionHall.Testing;

/// <summary>A page as the running site has it: its address, what it declares to need, what it answers.</summary>
/// <param name="Pattern">The address with its keys, e.g. /desk/requests/{reference}/note.</param>
/// <param name="Needs">The permission its page model declares, or null.</param>
/// <param name="Posts">The handlers of its posts, e.g. "" and "look"; none when it takes no post.</param>
public sealed record PageAddress(string Pattern, Permission? Needs, IReadOnlyList<string> Posts)
{
    public bool IsOfStaff => Pattern.StartsWith("/desk", StringComparison.Ordinal) || Pattern.StartsWith("/admin", StringComparison.Ordinal);

    public bool HasSeveralKeys => Pattern.AsSpan().Count('{') > 1;

    /// <summary>The address with its key filled in; a second key is one that leads nowhere.</summary>
    public string With(string key)
    {
        var (start, end) = (Pattern.IndexOf('{', StringComparison.Ordinal), Pattern.IndexOf('}', StringComparison.Ordinal));
        return start < 0 ? Pattern : Pattern[..start] + key + (this with { Pattern = Pattern[(end + 1)..] }).With(Guid.Empty.ToString());
    }

    /// <summary>Every page of the site.</summary>
    public static async Task<IReadOnlyList<PageAddress>> AllAsync(TestSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new SortedDictionary<string, PageAddress>(StringComparer.Ordinal);
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor)
            {
                var page = await loader.LoadAsync(descriptor, endpoint.Metadata);
                var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
                found[pattern] = new PageAddress(
                    pattern,
                    page.ModelTypeInfo?.GetCustomAttribute<NeedsAttribute>()?.Permission,
                    [.. page.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name ?? string.Empty)]);
            }
        }

        return [.. found.Values];
    }
}
