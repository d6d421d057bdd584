using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.Access;

/// <summary>With a one-time or an old password nothing is done but setting a new one.</summary>
internal sealed class PasswordDue(RequestDelegate next, IOptions<SignInOptions> options, TimeProvider clock)
{
    public const string Page = "/account/password";
    private static readonly PathString[] Open = [Page, "/sign-out", "/dist", "/healthz", "/readyz"];

    public Task InvokeAsync(HttpContext http)
    {
        var isDue = http.Features.Get<SessionState>()?.IsPasswordDue(options.Value, clock.GetUtcNow()) == true;
        if (!isDue || Array.Exists(Open, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(http);
        }

        http.Response.Redirect($"{Page}?returnUrl={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/")}");
        return Task.CompletedTask;
    }
}
