using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Security.Sessions;

/// <summary>The cookie that carries a session's key; what it says is checked against the session at every request.</summary>
internal sealed class SessionCookie : CookieAuthenticationEvents
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string SessionClaim = "session";
    private const string Stay = "stay";

    /// <summary>Gives the browser its new session; any earlier cookie is replaced.</summary>
    /// <remarks>Staff lose it when they close the browser; a worker's phone keeps it as long as the session lasts.</remarks>
    public static Task WriteAsync(HttpContext http, NewSession started, SignInOptions rules)
    {
        var session = started.Session;
        TimeSpan? stay = started.Kind == AccountKind.Worker ? rules.LongestOf(started.Kind) : null;
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.Id.ToString("N")), new Claim(ClaimTypes.NameIdentifier, session.Account.ToString())], Scheme);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { Parameters = { [Stay] = stay } });
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var register = http.RequestServices.GetRequiredService<SessionRegister>();
        var state = Guid.TryParseExact(context.Principal?.FindFirstValue(SessionClaim), "N", out var id)
            ? await register.CheckAsync(id, http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null, http.RequestAborted)
            : null;
        if (state is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
            return;
        }

        http.Features.Set(state);
    }

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.CookieOptions.MaxAge = context.Properties.GetParameter<TimeSpan?>(Stay);
        return Task.CompletedTask;
    }

    /// <summary>htmx follows a redirect inside the page it has; tell it to open the sign-in page instead.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var here = new Uri(context.RedirectUri).PathAndQuery;
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = here;
            return Task.CompletedTask;
        }

        context.Response.Redirect(here);
        return Task.CompletedTask;
    }

    /// <summary>The address stays as it was; the error pages show what to do.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
